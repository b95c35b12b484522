using Kentongan.Domain;
using Kentongan.Domain.Places;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Routing;
using Kentongan.Triage.Store;
using Kentongan.Triage.Web.Viewing;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Web.Board;

/// <summary>Somebody who was asked and has not opened it: whom the coordinator rings up first (policy 1.6, 3).</summary>
/// <param name="Cards">How many cards they have not opened, of which <paramref name="Number"/> is the most urgent that asks something of them.</param>
/// <param name="Since">When the first of them went out.</param>
public sealed record SilentLine(OfficerId Officer, string Name, string Seat, KecamatanCode? Kecamatan, int Cards, string Number, DateTimeOffset Since, bool Unreachable);

/// <summary>Who has not answered, for those who watch over the kabupaten.</summary>
public sealed class SilentQueries(IDbContextFactory<TriageDb> contexts, TimeProvider time)
{
    private const int MostCards = 500, MostShown = 8;

    private static readonly Part[] Asked = [Part.Lead, Part.Support];

    /// <returns>The longest silence first; nobody for an officer, who has no colleagues to watch.</returns>
    public async Task<IReadOnlyList<SilentLine>> ReadAsync(Viewer viewer, CancellationToken ct)
    {
        if (viewer is { IsCoordinator: false, IsAuditor: false })
        {
            return [];
        }

        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(ct);
        var cards = await (
            from report in VisibleReports.For(db, viewer)
            where report.Status == ReportStatus.Offered && report.Lead == null
            join card in db.Cards.AsNoTracking() on report.Id equals card.Report
            where card.OfferedAt <= now && card.ReachedAt == null && card.WithdrawnAt == null
            join officer in db.Officers.AsNoTracking() on card.Officer equals officer.Id
            orderby card.OfferedAt, report.ReceivedAt, card.Seat, officer.Name
            select new { card.Officer, officer.Name, card.Seat, card.Part, card.Kecamatan, report.CaseNumber, report.Priority, card.OfferedAt, officer.UnreachableSince }).Take(MostCards).ToListAsync(ct);
        return
        [
            .. cards.GroupBy(card => card.Officer).Where(own => own.Any(card => Asked.Contains(card.Part))) // a copy alone asks nothing of anybody
                .Select(own => (Own: own, First: own.Where(card => Asked.Contains(card.Part)).MinBy(card => card.Priority)!))
                .OrderBy(group => group.First.Priority).ThenBy(group => group.Own.Min(card => card.OfferedAt)).ThenBy(group => group.First.Seat, StringComparer.Ordinal).ThenBy(group => group.First.Name, StringComparer.Ordinal)
                .Take(MostShown)
                .Select(group => new SilentLine(
                    group.First.Officer, group.First.Name, group.First.Seat, group.First.Kecamatan, group.Own.Count(), group.First.CaseNumber,
                    group.Own.Min(card => card.OfferedAt)!.Value, group.First.UnreachableSince is not null)),
        ];
    }
}
