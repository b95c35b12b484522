using Kentongan.Domain;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Keys;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Web.Cases;

/// <summary>Puts together the one timeline of a case: moves, notes, words with the resident, and every message with its fate (policy 1.6).</summary>
public sealed class CaseTimeline(ReportVault vault)
{
    private const int MostLines = 400;

    /// <param name="names">Of the officers who hold a card.</param>
    /// <param name="full">Whether the viewer may read what was written.</param>
    internal async Task<IReadOnlyList<TimelineLine>> ReadAsync(
        TriageDb db, Report report, IReadOnlyList<ReportFact> facts, IReadOnlyDictionary<OfficerId, string> names, bool full, CancellationToken ct)
    {
        var lines = new List<TimelineLine>();
        foreach (var fact in facts)
        {
            lines.Add(new TimelineLine.Happened(
                fact,
                fact.Officer is { } officer ? names.GetValueOrDefault(officer) : null,
                full && fact.SealedText is { } text ? vault.OpenText(report.Id, text) : null));
        }

        if (full)
        {
            lines.AddRange(await SaidAsync(db, report.Id, ct));
        }

        lines.AddRange(await ToldAsync(db, report.Id, names, ct));
        return [.. lines.OrderBy(line => line.At)];
    }

    private async Task<IEnumerable<TimelineLine>> SaidAsync(TriageDb db, ReportId report, CancellationToken ct) =>
        from row in await db.Messages.AsNoTracking().Where(message => message.Report == report).OrderBy(message => message.At).Take(MostLines).ToListAsync(ct)
        let text = vault.OpenText(report, row.SealedText)
        where text is not null
        select new TimelineLine.Said(row.At, row.Officer is not null, row.Seat, row.Open, text);

    /// <summary>What went to several at once is one line, or the timeline would be mostly deliveries.</summary>
    private static async Task<IEnumerable<TimelineLine>> ToldAsync(TriageDb db, ReportId report, IReadOnlyDictionary<OfficerId, string> names, CancellationToken ct) =>
        from row in await db.Notifications.AsNoTracking().Where(row => row.Report == report).OrderBy(row => row.At).Take(MostLines).ToListAsync(ct)
        group row by (Minute: row.At.UtcTicks / TimeSpan.TicksPerMinute, row.Kind, row.Outcome) into same
        select new TimelineLine.Told(
            same.Max(row => row.At),
            string.Join(", ", same.Select(row => names.GetValueOrDefault(row.Officer)).OfType<string>().Distinct()),
            same.Key.Kind,
            same.Key.Outcome);
}
