using Kentongan.Triage.Outbox;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Routing;
using Kentongan.Triage.Store;

namespace Kentongan.Triage.Officers;

/// <summary>
/// What only the operator can mend is told to every coordinator who is there: the operator has no chat with the bot, and a coordinator
/// knows whom to call (design 8).
/// </summary>
public sealed class CoordinatorNews(CaseWork work)
{
    public async Task TellAsync(Unit unit, Notice notice)
    {
        foreach (var coordinator in (await unit.Db.RosterAsync(unit.Now)).CoordinatorsThere)
        {
            await work.NotifyAsync(unit, coordinator, notice);
        }
    }
}
