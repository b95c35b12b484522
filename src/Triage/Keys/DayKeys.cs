using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Kentongan.Triage.Keys;

/// <summary>
/// A key a day (UTC) for everything that has to recognise a chat for a short while: the pseudonym under which a conversation
/// is found and the seal on it. Keys older than yesterday are destroyed, and with them every copy of those conversations, also in
/// backups (threat-model 3 and 4, rows 4 and 6).
/// </summary>
public sealed class DayKeys(KeyFiles files, TimeProvider time)
{
    private const string Prefix = "day-";

    private readonly ConcurrentDictionary<DateOnly, Key> _keys = new();

    public Key Today => For(DateOf(time.GetUtcNow()));

    /// <summary>Null where yesterday nobody wrote.</summary>
    public Key? Yesterday => Existing(DateOf(time.GetUtcNow()).AddDays(-1));

    /// <summary>The key with which something was sealed; null once it is destroyed.</summary>
    public Key? ByNumber(int number) => Existing(DateOnly.FromDayNumber(number));

    /// <summary>Destroys every key older than yesterday.</summary>
    /// <returns>How many were destroyed.</returns>
    public int DestroyOld()
    {
        var oldest = DateOf(time.GetUtcNow()).AddDays(-1);
        var old = files.Names(Prefix)
            .Where(name => DateOnly.TryParseExact(name[Prefix.Length..], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date < oldest)
            .ToList();
        foreach (var name in old)
        {
            files.Destroy(name);
            _keys.TryRemove(DateOnly.ParseExact(name[Prefix.Length..], "yyyy-MM-dd", CultureInfo.InvariantCulture), out _);
        }

        return old.Count;
    }

    private static DateOnly DateOf(DateTimeOffset now) => DateOnly.FromDateTime(now.UtcDateTime);

    private static string NameOf(DateOnly date) => Prefix + date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private Key For(DateOnly date) => _keys.GetOrAdd(date, day => new Key(day.DayNumber, files.ReadOrCreate(NameOf(day))));

    private Key? Existing(DateOnly date)
    {
        if (date < DateOf(time.GetUtcNow()).AddDays(-1))
        {
            _keys.TryRemove(date, out _); // another process may have destroyed the file
            return null;
        }

        if (_keys.TryGetValue(date, out var known))
        {
            return known;
        }

        return files.TryRead(NameOf(date)) is { } bytes ? _keys.GetOrAdd(date, new Key(date.DayNumber, bytes)) : null;
    }

    public sealed class Key
    {
        private readonly byte[] _pseudonyms;
        private readonly byte[] _seal;

        internal Key(int number, byte[] key)
        {
            Number = number;
            _pseudonyms = HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 32, info: Encoding.UTF8.GetBytes("pseudonym"));
            _seal = HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 32, info: Encoding.UTF8.GetBytes("seal"));
        }

        public int Number { get; }

        /// <summary>The name under which a chat is known for this day: keyed, so that trying every id needs the key.</summary>
        public byte[] Pseudonym(long chat)
        {
            Span<byte> id = stackalloc byte[8];
            System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(id, chat);
            return HMACSHA256.HashData(_pseudonyms, id);
        }

        /// <summary>Like a pseudonym, of another purpose, so that no two purposes can be laid side by side.</summary>
        public byte[] Mark(string purpose, long chat) => HMACSHA256.HashData(
            _pseudonyms, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{purpose}\0{chat}")));

        public byte[] Seal(ReadOnlySpan<byte> plain, string context) => Envelope.Seal(_seal, Number, plain, context);

        public byte[]? Open(byte[] sealedBytes, string context) => Envelope.Open(_seal, sealedBytes, context);
    }
}
