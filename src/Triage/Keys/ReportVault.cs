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
    public ReportContent? OpenContent(ReportId report, byte[] sealedContent) => Content(keys.Find(report), report, sealedContent);

    /// <summary>Everything that people wrote in many reports, whose keys are read together. What is shredded is left out.</summary>
    /// <param name="contents">Reports with their sealed content.</param>
    /// <param name="texts">Reports with a sealed text; a report may have many.</param>
    public IEnumerable<(ReportId Report, string Text)> OpenAll(
        IReadOnlyCollection<(ReportId Report, byte[] Sealed)> contents, IReadOnlyCollection<(ReportId Report, byte[] Sealed)> texts)
    {
        var found = keys.Find(contents.Concat(texts).Select(one => one.Report).Distinct());
        return contents.SelectMany(one => (Content(found.GetValueOrDefault(one.Report.Value), one.Report, one.Sealed)?.Story ?? []).Select(text => (one.Report, text)))
            .Concat(from one in texts let text = Text(found.GetValueOrDefault(one.Report.Value), one.Report, one.Sealed) where text is not null select (one.Report, text));
    }

    /// <returns>Null once the report is shredded.</returns>
    public byte[]? SealContent(ReportId report, ReportContent content) =>
        keys.Find(report) is { } key ? Seal(key, report, Json(content), "content") : null;

    /// <returns>Null once the report is shredded: nothing can be added to it any more.</returns>
    public byte[]? SealText(ReportId report, string text) =>
        keys.Find(report) is { } key ? Seal(key, report, Envelope.Padded(Encoding.UTF8.GetBytes(text), TextBlock), "text") : null;

    /// <returns>Null once the report is shredded.</returns>
    public string? OpenText(ReportId report, byte[] sealedText) => Text(keys.Find(report), report, sealedText);

    /// <returns>Null once the report is shredded: nothing can be done to it any more.</returns>
    public byte[]? SealDeed(ReportId report, ReporterDeed deed) => keys.Find(report) is { } key
        ? Seal(key, report, Envelope.Padded(JsonSerializer.SerializeToUtf8Bytes(deed, StoreJson.Default.ReporterDeed), Block), "deed")
        : null;

    /// <returns>Null once the report is shredded.</returns>
    public ReporterDeed? OpenDeed(ReportId report, byte[] sealedDeed) =>
        Open(keys.Find(report), report, sealedDeed, "deed") is { } plain ? JsonSerializer.Deserialize(plain, StoreJson.Default.ReporterDeed) : null;

    public async Task<ReportContent?> ReadContentAsync(TriageDb db, ReportId report, CancellationToken ct) =>
        await Contents.FirstAsync(db, report, ct) is { } sealedContent ? OpenContent(report, sealedContent) : null;

    private static byte[] Json(ReportContent content) => Envelope.Padded(JsonSerializer.SerializeToUtf8Bytes(content, StoreJson.Default.ReportContent), Block);

    private static byte[] Seal(byte[] key, ReportId report, byte[] plain, string what) =>
        Envelope.Seal(key, 0, plain, $"reports.{what}.{report.Value:N}");

    private static ReportContent? Content(byte[]? key, ReportId report, byte[] sealedContent) =>
        Open(key, report, sealedContent, "content") is { } plain ? JsonSerializer.Deserialize(plain, StoreJson.Default.ReportContent) : null;

    private static string? Text(byte[]? key, ReportId report, byte[] sealedText) =>
        Open(key, report, sealedText, "text") is { } plain ? Encoding.UTF8.GetString(plain).TrimEnd(' ') : null;

    private static byte[]? Open(byte[]? key, ReportId report, byte[] sealedBytes, string what) =>
        key is null ? null : Envelope.Open(key, sealedBytes, $"reports.{what}.{report.Value:N}");
}
