using System.Security.Cryptography;

namespace Kentongan.Triage.Keys;

/// <content>What a change of the wrapping key asks of the file, while other processes go on using it.</content>
internal sealed partial class WrappedKeys
{
    /// <summary>Nothing has this id. Its key proves that the file belongs to the data.</summary>
    private static readonly Guid Itself = Guid.Empty;

    public bool Exists => File.Exists(FilePath);

    /// <summary>How many keys each wrapping key wraps, that of the file itself included.</summary>
    public IReadOnlyDictionary<int, int> Uses()
    {
        var uses = new Dictionary<int, int>();
        if (!Exists)
        {
            return uses;
        }

        lock (_gate)
        {
            using var select = Command($"SELECT substr(wrapped, 1, 5), count(*) FROM {purpose.Table} WHERE length(wrapped) > 0 GROUP BY 1");
            using var reader = select.ExecuteReader();
            while (reader.Read())
            {
                uses[Envelope.KeyNumber((byte[])reader[0])] = reader.GetInt32(1);
            }

            return uses;
        }
    }

    /// <summary>Wraps some keys anew with the active wrapping key. Another process may read, write and shred between two batches.</summary>
    /// <returns>How many were wrapped; 0 when none is left.</returns>
    public int Rewrap(int batch)
    {
        lock (_gate)
        {
            using var transaction = Open().BeginTransaction();
            var active = BitConverter.GetBytes(wrapping.Active);
            var old = new List<(Guid Id, byte[] Wrapped)>();
            using (var select = Command(
                $"SELECT {purpose.Column}, wrapped FROM {purpose.Table} WHERE length(wrapped) > 0 AND substr(wrapped, 2, 4) <> $active LIMIT $batch",
                ("$active", active),
                ("$batch", batch)))
            {
                using var reader = select.ExecuteReader();
                while (reader.Read())
                {
                    old.Add((new Guid((byte[])reader[0], bigEndian: true), (byte[])reader[1]));
                }
            }

            foreach (var (id, wrapped) in old)
            {
                var key = wrapping.Open(wrapped, Context(id)) ?? throw new InvalidOperationException($"What wraps the key of a {purpose.Words.One} is missing.");
                Execute($"UPDATE {purpose.Table} SET wrapped = $wrapped WHERE {purpose.Column} = $id", ("$id", Bytes(id)), ("$wrapped", wrapping.Seal(key, Context(id))));
            }

            transaction.Commit();
            return old.Count;
        }
    }

    /// <summary>Destroys a wrapping key, unless something is still wrapped with it.</summary>
    /// <returns>How many keys it still wraps; 0 when it was destroyed.</returns>
    public int Retire(int number)
    {
        lock (_gate)
        {
            using var transaction = Open().BeginTransaction();
            var uses = Uses().GetValueOrDefault(number);
            if (uses == 0)
            {
                wrapping.Retire(number);
            }

            transaction.Commit();
            return uses;
        }
    }

    /// <returns>The key that only this file has; null where the file is not there or is another's.</returns>
    public byte[]? FindProof()
    {
        lock (_gate)
        {
            return Exists && Wrapped(Itself) is { } wrapped ? wrapping.Open(wrapped, Context(Itself)) : null;
        }
    }

    public void MakeProof()
    {
        lock (_gate)
        {
            Execute(
                $"INSERT INTO {purpose.Table} ({purpose.Column}, wrapped) VALUES ($id, $wrapped) ON CONFLICT DO NOTHING",
                ("$id", Bytes(Itself)),
                ("$wrapped", wrapping.Seal(RandomNumberGenerator.GetBytes(32), Context(Itself))));
        }
    }

    /// <summary>Whether the key is there or was destroyed on purpose; anything else is a loss.</summary>
    public bool Knows(Guid id)
    {
        lock (_gate)
        {
            return Exists && Wrapped(id) is not null;
        }
    }
}
