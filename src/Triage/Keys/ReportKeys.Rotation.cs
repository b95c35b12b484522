using System.Security.Cryptography;
using Kentongan.Domain;

namespace Kentongan.Triage.Keys;

/// <content>What a change of the master key asks of the file, while other processes go on using it.</content>
public sealed partial class ReportKeys
{
    /// <summary>No report has this id. Its key proves that the file belongs to the data.</summary>
    private static readonly ReportId Itself = new(Guid.Empty);

    internal bool Exists => File.Exists(Path.Combine(files.Directory, FileName));

    /// <summary>How many keys each master key wraps.</summary>
    internal IReadOnlyDictionary<int, int> Uses()
    {
        lock (_gate)
        {
            var uses = new Dictionary<int, int>();
            using var select = Command("SELECT substr(wrapped, 1, 5), count(*) FROM report_keys WHERE length(wrapped) > 0 GROUP BY 1");
            using var reader = select.ExecuteReader();
            while (reader.Read())
            {
                uses[Envelope.KeyNumber((byte[])reader[0])] = reader.GetInt32(1);
            }

            return uses;
        }
    }

    /// <summary>Wraps some keys anew with the active master key. Another process may read, write and shred between two batches.</summary>
    /// <returns>How many were wrapped; 0 when none is left.</returns>
    internal int Rewrap(int batch)
    {
        lock (_gate)
        {
            using var transaction = Open().BeginTransaction();
            var active = BitConverter.GetBytes(master.Active);
            var old = new List<(ReportId Report, byte[] Wrapped)>();
            using (var select = Command(
                "SELECT report, wrapped FROM report_keys WHERE length(wrapped) > 0 AND substr(wrapped, 2, 4) <> $active LIMIT $batch",
                ("$active", active),
                ("$batch", batch)))
            {
                using var reader = select.ExecuteReader();
                while (reader.Read())
                {
                    old.Add((new ReportId(new Guid((byte[])reader[0], bigEndian: true)), (byte[])reader[1]));
                }
            }

            foreach (var (report, wrapped) in old)
            {
                var key = master.Open(wrapped, Context(report)) ?? throw new InvalidOperationException("The master key of a report's key is missing.");
                Execute(
                    "UPDATE report_keys SET wrapped = $wrapped WHERE report = $report",
                    ("$report", Bytes(report)),
                    ("$wrapped", master.Seal(key, Context(report))));
            }

            transaction.Commit();
            return old.Count;
        }
    }

    /// <summary>Destroys a master key, unless something is still wrapped with it.</summary>
    /// <returns>How many keys it still wraps; 0 when it was destroyed.</returns>
    internal int Retire(int number)
    {
        lock (_gate)
        {
            using var transaction = Open().BeginTransaction();
            var uses = Uses().GetValueOrDefault(number);
            if (uses == 0)
            {
                master.Retire(number);
            }

            transaction.Commit();
            return uses;
        }
    }

    /// <returns>The key that only this file has; null where the file is not there or is another's.</returns>
    internal byte[]? FindProof()
    {
        lock (_gate)
        {
            return Exists && Wrapped(Itself) is { } wrapped ? master.Open(wrapped, Context(Itself)) : null;
        }
    }

    internal byte[] MakeProof()
    {
        lock (_gate)
        {
            Execute(
                "INSERT INTO report_keys (report, wrapped) VALUES ($report, $wrapped) ON CONFLICT DO NOTHING",
                ("$report", Bytes(Itself)),
                ("$wrapped", master.Seal(RandomNumberGenerator.GetBytes(32), Context(Itself))));
            return Find(Itself)!;
        }
    }
}
