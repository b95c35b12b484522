using System.Text;
using System.Text.Json;
using Kentongan.Domain;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Keys;

/// <summary>Seals and opens what people wrote in a report, with the key of that report.</summary>
public sealed class ReportVault(ReportKeys keys)
{
    private const int Block = 1024, TextBlock = 512;

    private static readonly CompiledQuery<ReportId, byte[]> Contents = new((db, report) => db.Contents.AsNoTracking().Where(row => row.Report == report).Select(row => row.Sealed));

    /// <summary>An id for a new report and its content, sealed with the new report's key.</summary>
    public (ReportId Report, byte[] Sealed) SealNew(ReportContent content)
    {
        var (report, key) = keys.Next();
        return (report, Seal(key, report, Json(content), "content"));
    }

    /// <returns>Null once the report is shredded.</returns>
    public ReportContent? OpenContent(ReportId report, byte[] sealedContent) =>
        Open(report, sealedContent, "content") is { } plain
            ? JsonSerializer.Deserialize(plain, StoreJson.Default.ReportContent)
            : null;

    /// <returns>Null once the report is shredded.</returns>
    public byte[]? SealContent(ReportId report, ReportContent content) =>
        keys.Find(report) is { } key ? Seal(key, report, Json(content), "content") : null;

    /// <returns>Null once the report is shredded: nothing can be added to it any more.</returns>
    public byte[]? SealText(ReportId report, string text) =>
        keys.Find(report) is { } key ? Seal(key, report, Envelope.Padded(Encoding.UTF8.GetBytes(text), TextBlock), "text") : null;

    /// <returns>Null once the report is shredded.</returns>
    public string? OpenText(ReportId report, byte[] sealedText) =>
        Open(report, sealedText, "text") is { } plain ? Encoding.UTF8.GetString(plain).TrimEnd(' ') : null;

    /// <returns>Null once the report is shredded: nothing can be done to it any more.</returns>
    public byte[]? SealDeed(ReportId report, ReporterDeed deed) => keys.Find(report) is { } key
        ? Seal(key, report, Envelope.Padded(JsonSerializer.SerializeToUtf8Bytes(deed, StoreJson.Default.ReporterDeed), Block), "deed")
        : null;

    /// <returns>Null once the report is shredded.</returns>
    public ReporterDeed? OpenDeed(ReportId report, byte[] sealedDeed) =>
        Open(report, sealedDeed, "deed") is { } plain ? JsonSerializer.Deserialize(plain, StoreJson.Default.ReporterDeed) : null;

    /// <summary>Opens what was told, changes it and seals it again, within the unit.</summary>
    /// <returns>False once the report is shredded: nothing is changed then.</returns>
    public async Task<bool> ChangeContentAsync(TriageDb db, ReportId report, Func<ReportContent, ReportContent> change)
    {
        if (await db.Contents.SingleOrDefaultAsync(row => row.Report == report) is not { } row
            || OpenContent(report, row.Sealed) is not { } content
            || SealContent(report, change(content)) is not { } sealedContent)
        {
            return false;
        }

        row.Sealed = sealedContent;
        return true;
    }

    public async Task<ReportContent?> ReadContentAsync(TriageDb db, ReportId report, CancellationToken ct) =>
        await Contents.FirstAsync(db, report, ct) is { } sealedContent ? OpenContent(report, sealedContent) : null;

    private static byte[] Json(ReportContent content) => Envelope.Padded(JsonSerializer.SerializeToUtf8Bytes(content, StoreJson.Default.ReportContent), Block);

    private static byte[] Seal(byte[] key, ReportId report, byte[] plain, string what) =>
        Envelope.Seal(key, 0, plain, $"reports.{what}.{report.Value:N}");

    private byte[]? Open(ReportId report, byte[] sealedBytes, string what) =>
        keys.Find(report) is { } key ? Envelope.Open(key, sealedBytes, $"reports.{what}.{report.Value:N}") : null;
}
