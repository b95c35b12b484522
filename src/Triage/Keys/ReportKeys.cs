using Kentongan.Domain;

namespace Kentongan.Triage.Keys;

/// <summary>The keys of reports, wrapped by the master key (design 4).</summary>
public sealed class ReportKeys(KeyFiles files, MasterKey master, Randomness random) : IDisposable
{
    internal static readonly KeyPurpose Purpose = new(
        Wrapping: "master-",
        File: "report-keys.db",
        Table: "report_keys",
        Column: "report",
        Proof: "key-proof-",
        FileProof: "report-keys",
        Word: "kentongan",
        Derived: "proof",
        new("keys", "master key", "report", "reports", "data is", "every report"));

    private const int Ahead = 64;
    private const int FewLeft = 32;

    private readonly Lock _gate = new();
    private readonly Queue<(Guid Id, byte[] Key)> _ready = new(Ahead + FewLeft);
    private Task<IReadOnlyList<(Guid Id, byte[] Key)>>? _making;

    internal WrappedKeys Wrapped { get; } = new(files, master, Purpose);

    /// <summary>
    /// An id for a new report whose key is durable already, so that no report is ever committed without its key. Ids are random, so
    /// they are made ahead, many in one transaction; what a crash leaves unused opens nothing.
    /// </summary>
    public (ReportId Report, byte[] Key) Next()
    {
        lock (_gate)
        {
            if (_ready.Count == 0)
            {
                TakeIn();
            }

            var (id, key) = _ready.Dequeue();
            if (_ready.Count <= FewLeft)
            {
                _making ??= Make(); // beside the writer, which calls here: the file of keys has a disk to wait for
            }

            return (new ReportId(id), key);
        }
    }

    private void TakeIn()
    {
        var making = _making ?? Make();
        _making = null; // what failed is tried again by the next report
        foreach (var made in making.GetAwaiter().GetResult())
        {
            _ready.Enqueue(made);
        }
    }

    private Task<IReadOnlyList<(Guid Id, byte[] Key)>> Make()
    {
        Guid[] ids = [.. Enumerable.Range(0, Ahead).Select(_ => random.Id())];
        return Task.Run(() => Wrapped.Make(ids));
    }

    /// <returns>Null once the report is shredded, or where there was never a key for it.</returns>
    public byte[]? Find(ReportId report) => Wrapped.Find(report.Value);

    /// <summary>Shreds a report. Cannot be undone. An empty row stays, which tells a shredded report from a lost key.</summary>
    public void Destroy(ReportId report) => Wrapped.Destroy(report.Value, traced: true);

    public void Dispose()
    {
        Task.WaitAny([_making ?? Task.CompletedTask]); // whatever became of it
        Wrapped.Dispose();
    }
}
