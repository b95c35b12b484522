using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;

namespace Kentongan.Bot.Tests.Theft;

/// <summary>
/// Somebody with everything but the keys, all the numbers that Telegram could have given out, and time. Tries what is cheap on every
/// number and what is dear on the numbers of the people who did report, which is kinder to the thief than any theft would be.
/// </summary>
internal static class Thief
{
    /// <summary>
    /// Numbers of which a plain hash, whole or cut to eight bytes at either end, or the number itself, stands in a value: SHA-256 of every
    /// number in three forms, SHA-1 and MD5 of every tenth and of the suspects.
    /// </summary>
    public static HashSet<long> Plain(Known known, long first, int count, IReadOnlySet<long> suspects)
    {
        var found = new ConcurrentBag<long>();
        Parallel.ForEach(Partitioner.Create(first, first + count), range =>
        {
            Span<byte> digits = stackalloc byte[20];
            Span<byte> big = stackalloc byte[8];
            Span<byte> little = stackalloc byte[8];
            Span<byte> hash = stackalloc byte[32];
            for (var id = range.Item1; id < range.Item2; id++)
            {
                id.TryFormat(digits, out var length, default, CultureInfo.InvariantCulture);
                BinaryPrimitives.WriteInt64BigEndian(big, id);
                BinaryPrimitives.WriteInt64LittleEndian(little, id);
                var dear = id % 10 == 0 || suspects.Contains(id);
                if (known.Contains(Head(big)) || Hashed(digits[..length], hash, dear) || Hashed(big, hash, dear) || Hashed(little, hash, dear))
                {
                    found.Add(id);
                }
            }
        });
        return [.. found];

        bool Hashed(ReadOnlySpan<byte> data, Span<byte> hash, bool dear)
        {
            SHA256.HashData(data, hash);
            if (known.Contains(Head(hash)) || known.Contains(Head(hash[24..])))
            {
                return true;
            }

            if (!dear)
            {
                return false;
            }

#pragma warning disable CA5350, CA5351 // a thief is not choosy
            SHA1.HashData(data, hash);
            if (known.Contains(Head(hash)) || known.Contains(Head(hash[12..20])))
            {
                return true;
            }

            MD5.HashData(data, hash);
#pragma warning restore CA5350, CA5351
            return known.Contains(Head(hash)) || known.Contains(Head(hash[8..16]));
        }
    }

    /// <summary>Numbers of which a hash under any key of 16 or 32 bytes that lies about, or salted with it, stands in a value.</summary>
    public static HashSet<long> Keyed(IReadOnlyList<Loot> loot, IEnumerable<long> ids)
    {
        var values = loot.SelectMany(one => one.Values()).SelectMany(value => Loot.Bytes(value.Value)).ToList();
        var known = new HashSet<ulong>(values.Where(bytes => bytes.Length >= 8).Select(bytes => Head(bytes)));
        var keys = values.Where(bytes => bytes.Length is 16 or 32).DistinctBy(Convert.ToHexString).ToList();
        var found = new ConcurrentBag<long>();
        Parallel.ForEach(ids, id =>
        {
            foreach (var form in Forms(id))
            {
                if (keys.Exists(key => known.Contains(Head(HMACSHA256.HashData(key, form))) || known.Contains(Head(SHA256.HashData([.. key, .. form])))))
                {
                    found.Add(id);
                }
            }
        });
        return [.. found];
    }

    /// <summary>
    /// Every column of every row that names a report is a way to put reports in order: by value, by length, by number of the row. Pairs
    /// neighbours: where a column says anything about who wrote, people's two reports lie beside each other.
    /// </summary>
    public static IEnumerable<(string How, List<(string, string)> Pairs)> Neighbours(Loot loot)
    {
        var values = loot.Values().Where(value => value.Report is not null).ToList();
        foreach (var column in values.GroupBy(value => (value.Table, value.Column)))
        {
            yield return ($"{column.Key} by value", Pairs(column.OrderBy(value => Loot.Bytes(value.Value).First(), ByBytes).Select(value => value.Report!)));
            yield return ($"{column.Key} by length", Pairs(column.OrderBy(value => Loot.Bytes(value.Value).First().Length).Select(value => value.Report!)));
            yield return ($"{column.Key} by row", Pairs(column.OrderBy(value => value.Row).Select(value => value.Report!)));
        }
    }

    /// <summary>Ties each report to the conversation that ends a day after it was sent, in any of the files; two of one conversation are a pair.</summary>
    public static List<(string, string)> SameConversation(IEnumerable<Loot> loot)
    {
        var ties = new List<(string Pseudonym, string Report)>();
        foreach (var one in loot)
        {
            var reports = one.Received().Select(pair => (pair.Key, Millis: new DateTimeOffset(pair.Value, TimeSpan.Zero).ToUnixTimeMilliseconds())).ToList();
            ties.AddRange(one.Conversations().Select(row => (row.Pseudonym, reports.MinBy(report => Math.Abs(report.Millis + (24 * 3_600_000L) - row.Ends)).Key)));
        }

        return [.. ties.Distinct().GroupBy(tie => tie.Pseudonym).SelectMany(same => Pairs(same.Select(tie => tie.Report)))];
    }

    /// <summary>Ties each report to the conversation that changed in the same transaction of the log.</summary>
    public static List<(string Pseudonym, string Report)> SameTransaction(string database, string log, string into)
    {
        var ties = new List<(string, string)>();
        (HashSet<string> Reports, HashSet<(string, long, long)> Conversations)? before = null;
        foreach (var loot in Loot.Replayed(database, log, into))
        {
            var now = (loot.Received().Keys.ToHashSet(), loot.Conversations().ToHashSet());
            if (before is var (reports, conversations))
            {
                var touched = now.Item2.Concat(conversations).Where(row => !now.Item2.Contains(row) || !conversations.Contains(row)).Select(row => row.Item1).Distinct().ToList();
                ties.AddRange(from report in now.Item1 where !reports.Contains(report) from pseudonym in touched select (pseudonym, report));
            }

            before = now;
        }

        return ties;
    }

    /// <summary>First and last eight bytes of every value, with a sieve before them: almost everything that is asked is not there.</summary>
    internal sealed class Known
    {
        private readonly HashSet<ulong> _values;
        private readonly bool[] _sieve = new bool[1 << 22];

        public Known(IEnumerable<Loot> loot)
        {
            _values = [.. loot.SelectMany(one => one.Values()).SelectMany(value => Loot.Bytes(value.Value)).Where(bytes => bytes.Length >= 8)
                .SelectMany(bytes => (ulong[])[Head(bytes), Head(bytes.AsSpan(bytes.Length - 8))])];
            foreach (var value in _values)
            {
                _sieve[value >> 42] = true;
            }
        }

        public bool Contains(ulong value) => _sieve[value >> 42] && _values.Contains(value);
    }

    private static readonly Comparer<byte[]> ByBytes = Comparer<byte[]>.Create((one, other) => one.AsSpan().SequenceCompareTo(other));

    private static List<(string, string)> Pairs(IEnumerable<string> reports)
    {
        var order = reports.ToList();
        return [.. order.Zip(order.Skip(1)).Where(pair => pair.First != pair.Second).Distinct()];
    }

    private static IEnumerable<byte[]> Forms(long id)
    {
        var big = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(big, id);
        return [System.Text.Encoding.ASCII.GetBytes(id.ToString(CultureInfo.InvariantCulture)), big, [.. big.Reverse()]];
    }

    private static ulong Head(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt64BigEndian(bytes);
}
