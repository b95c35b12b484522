using System.Globalization;
using Kentongan.Domain;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Rosters;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Routing;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Digests;

/// <summary>Opens the card of something the digest asks the coordinator to decide (policy 6, part 2), also where they had none so far.</summary>
public sealed class OpenDecision(RouteReport routing, CaseWork work)
{
    /// <param name="day">Day number of the digest.</param>
    /// <returns>False where the digest, the report or the reader's seat is not what it was.</returns>
    public async Task<bool> OpenAsync(Unit unit, OfficerId by, int day, int index)
    {
        var date = DateOnly.FromDayNumber(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        foreach (var figures in await unit.Db.Digests.AsNoTracking().Where(row => row.Officer == by && row.Date == date).Select(row => row.Figures).ToListAsync())
        {
            if (DigestFigures.FromJson(figures) is { Scope.Length: 5 } whole && whole.NeedsYou.ElementAtOrDefault(index)?.CaseNumber is { } number
                && await unit.Db.Reports.SingleOrDefaultAsync(report => report.CaseNumber == number) is { } report)
            {
                return await ShowAsync(unit, by, report);
            }
        }

        return false;
    }

    private async Task<bool> ShowAsync(Unit unit, OfficerId by, Report report)
    {
        var card = await unit.Db.Cards.SingleOrDefaultAsync(card => card.Report == report.Id && card.Officer == by);
        if (card is { OfferedAt: not null })
        {
            card.ReachedAt ??= unit.Now;
            (card.MessageId, card.Shown) = (null, null); // anew, at the foot of the chat
            await work.RefreshCardsAsync(unit, report, by);
            return true;
        }

        var mine = RouteReport.Screeners(report, await unit.Db.RosterAsync(unit.Now)).Where(screener => screener.Officer == by && screener.Seat == Seat.Koordinator).ToList();
        await routing.DealAsync(unit, report, mine);
        return mine.Count > 0;
    }
}
