using Kentongan.Domain;
using Kentongan.Domain.Casualties;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Casualties;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Routing;
using Kentongan.Triage.Store;

namespace Kentongan.Triage.Clusters;

/// <summary>What a new report means beside the others: a storm, a second telling, an outbreak. Part of its routing (policy 3.2, 5.2, 5.5).</summary>
public sealed class Arrival(Situations situations, FindLikeReports like, AlertOutbreak outbreak, CaseWork work)
{
    /// <summary>Before it is dealt, since it may go on a card that is out already.</summary>
    /// <param name="wouldAsk">Who would get its card now.</param>
    /// <returns>The report that speaks for it in a storm; null for none.</returns>
    public Task<Report?> BeforeAsync(Unit unit, Report report, Func<Task<IReadOnlyCollection<OfficerId>>> wouldAsk) => situations.JoinAsync(unit, report, wouldAsk);

    public async Task AfterAsync(Unit unit, Report report, Report? speaker, RouteReport routing)
    {
        var visible = report.OfferedAt ?? work.Blurred(report, unit.Now); // other cards move no earlier than its own comes (threat-model 4, row 13)
        if (speaker is not null)
        {
            await situations.JoinedAsync(unit, speaker, visible);
        }

        if (outbreak.Counts(report))
        {
            unit.Db.Deadlines.AddRange(Watch.Checks(report.ReceivedAt).Select(check => CaseWork.Row(report.Id, check)));
            await outbreak.HandleAsync(unit, report, routing);
        }

        await like.HandleAsync(unit, report, routing, visible);
    }
}
