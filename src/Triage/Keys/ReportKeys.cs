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

    private readonly Lock _gate = new();
    private readonly Queue<(Guid Id, byte[] Key)> _ready = new(Ahead);

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
                foreach (var made in Wrapped.Make(Enumerable.Range(0, Ahead).Select(_ => random.Id())))
                {
                    _ready.Enqueue(made);
                }
            }

            var (id, key) = _ready.Dequeue();
            return (new ReportId(id), key);
        }
    }

    /// <returns>Null once the report is shredded, or where there was never a key for it.</returns>
    public byte[]? Find(ReportId report) => Wrapped.Find(report.Value);

    /// <summary>Shreds a report. Cannot be undone. An empty row stays, which tells a shredded report from a lost key.</summary>
    public void Destroy(ReportId report) => Wrapped.Destroy(report.Value, traced: true);

    public void Dispose() => Wrapped.Dispose();
}
