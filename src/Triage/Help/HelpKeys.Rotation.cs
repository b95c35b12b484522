using System.Globalization;
using System.Security.Cryptography;
using Kentongan.Domain.Help;
using Kentongan.Triage.Keys;

namespace Kentongan.Triage.Help;

/// <content>What a change of the wrapping key asks of the file, while other processes go on using it.</content>
public sealed partial class HelpKeys
{
    /// <summary>No request has this id. Its key proves that the file belongs to the data.</summary>
    private static readonly HelpId Itself = new(Guid.Empty);

    /// <summary>Every wrapping key there is, lowest first.</summary>
    public IReadOnlyList<int> Numbers => [.. Numbered(files.Names(Prefix)).Where(number => !IsRetired(number)).Order()];

    /// <summary>The key that wraps from now on; the first one is made where there was never any.</summary>
    /// <exception cref="StartRefusedException">There were keys, and they are gone.</exception>
    internal int Active
    {
        get
        {
            if (Numbers is [.., var last])
            {
                return last;
            }

            if (files.HasMarks(Prefix, Retired))
            {
                throw new StartRefusedException($"Every help key in Keys:Directory '{files.Directory}' is gone. Put back the right key directory.");
            }

            files.ReadOrCreate(NameOf(1));
            return 1;
        }
    }

    internal bool Exists => File.Exists(Path.Combine(files.Directory, FileName));

    internal bool IsRetired(int number) => files.HasMark(NameOf(number) + Retired);

    /// <summary>How many keys each wrapping key wraps; the one that proves the file is not counted.</summary>
    internal IReadOnlyDictionary<int, int> Uses()
    {
        var uses = new Dictionary<int, int>();
        if (!Exists)
        {
            return uses;
        }

        lock (_gate)
        {
            using var select = Command("SELECT substr(wrapped, 1, 5), count(*) FROM help_keys WHERE length(wrapped) > 0 GROUP BY 1");
            using var reader = select.ExecuteReader();
            while (reader.Read())
            {
                uses[Envelope.KeyNumber((byte[])reader[0])] = reader.GetInt32(1);
            }
        }

        return uses;
    }

    /// <summary>Makes the next key; whatever is wrapped from now on, in any process, is wrapped with it.</summary>
    internal int Rotate()
    {
        var next = Math.Max(Active, Numbered(files.Marks(Prefix, Retired)).DefaultIfEmpty().Max()) + 1;
        files.ReadOrCreate(NameOf(next));
        return next;
    }

    /// <summary>Wraps every key anew. There are few, so it is one transaction.</summary>
    /// <returns>How many were wrapped.</returns>
    internal int Rewrap()
    {
        lock (_gate)
        {
            using var transaction = Open().BeginTransaction();
            var active = Active;
            var old = new List<(HelpId Request, byte[] Wrapped)>();
            using (var select = Command("SELECT request, wrapped FROM help_keys WHERE substr(wrapped, 2, 4) <> $active", ("$active", BitConverter.GetBytes(active))))
            {
                using var reader = select.ExecuteReader();
                while (reader.Read())
                {
                    old.Add((new HelpId(new Guid((byte[])reader[0], bigEndian: true)), (byte[])reader[1]));
                }
            }

            foreach (var (request, wrapped) in old)
            {
                var key = Unwrap(request, wrapped) ?? throw new InvalidOperationException("What wraps the key of a help request is missing.");
                Execute("UPDATE help_keys SET wrapped = $wrapped WHERE request = $request", ("$request", Bytes(request)), ("$wrapped", Wrap(request, key)));
            }

            transaction.Commit();
            return old.Count;
        }
    }

    /// <summary>Destroys a wrapping key, unless something is still wrapped with it.</summary>
    /// <returns>How many keys it still wraps; 0 when it was destroyed.</returns>
    internal int Retire(int number)
    {
        lock (_gate)
        {
            using var transaction = Open().BeginTransaction();
            var uses = Uses().GetValueOrDefault(number);
            if (uses == 0)
            {
                files.Mark(NameOf(number) + Retired); // first: it says that the key is missing on purpose
                files.Destroy(NameOf(number));
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
            return Exists && Wrapped(Itself) is { } wrapped ? Unwrap(Itself, wrapped) : null;
        }
    }

    internal byte[] MakeProof()
    {
        lock (_gate)
        {
            Execute(
                "INSERT INTO help_keys (request, wrapped) VALUES ($request, $wrapped) ON CONFLICT DO NOTHING",
                ("$request", Bytes(Itself)),
                ("$wrapped", Wrap(Itself, RandomNumberGenerator.GetBytes(32))));
            return Find(Itself)!;
        }
    }

    /// <summary>Whether the file has the key of a request.</summary>
    internal bool Knows(HelpId request)
    {
        lock (_gate)
        {
            return Exists && Wrapped(request) is not null;
        }
    }

    private static IEnumerable<int> Numbered(IEnumerable<string> names) => names
        .Select(name => int.TryParse(name.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
        .Where(number => number > 0);
}
