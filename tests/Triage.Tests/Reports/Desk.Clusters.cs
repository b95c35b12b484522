using Kentongan.Domain;
using Kentongan.Domain.Casualties;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Casualties;
using Kentongan.Triage.Clusters;
using Kentongan.Triage.Outbox;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Routing;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Tests.Reports;

/// <content>Reports beside other reports, and victims.</content>
internal sealed partial class Desk
{
    /// <summary>Files from the chat of a resident and routes.</summary>
    /// <returns>Null where it was refused.</returns>
    public async Task<ReportId?> FileFromAsync(long resident, Filing filing)
    {
        var answer = await CommitAsync(unit => Get<FileReport>().HandleAsync(unit, filing, resident));
        if (answer is not Outcome<Filed>.Done({ Receipt: var receipt }))
        {
            return null;
        }

        var hash = receipt.Hash;
        var id = await ReadAsync(db => db.Reports.Where(report => report.ReceiptHash == hash).Select(report => report.Id).SingleAsync());
        await CommitAsync(unit => Get<RouteReport>().HandleAsync(unit, id));
        return id;
    }

    public Task<IReadOnlyList<LikeReport>> AlikeAsync(string officer, ReportId id) =>
        TapAsync(officer, id, (unit, by) => MergeReports.CandidatesAsync(unit.Db, by));

    /// <summary>The officer opens the card of the one and merges the other into it.</summary>
    public async Task<Outcome<ReportFact>> MergeAsync(string officer, ReportId into, ReportId other)
    {
        var like = (await AlikeAsync(officer, into)).SingleOrDefault(like => like.Report.Id == other);
        return await TapAsync(officer, into, (unit, by) => Get<MergeReports>().MergeAsync(unit, by, like?.Mark ?? 0));
    }

    public async Task<Outcome<ReportFact>> UnmergeAsync(string officer, ReportId from, ReportId other)
    {
        var like = (await AlikeAsync(officer, from)).SingleOrDefault(like => like.Report.Id == other);
        return await TapAsync(officer, from, (unit, by) => Get<MergeReports>().UnmergeAsync(unit, by, like?.Mark ?? 0));
    }

    public Task<Outcome<ReportFact>> CountAsync(string officer, ReportId id, int dead, int hospital, int injured) =>
        TapAsync(officer, id, (unit, by) => Get<CareForVictims>().CountAsync(unit, by, new CasualtyCount(dead, hospital, injured)));

    public Task<Outcome<ReportFact>> CheckAsync(string officer, ReportId id) =>
        TapAsync(officer, id, (unit, by) => Get<CareForVictims>().CheckAsync(unit, by));

    /// <summary>Notices of one kind with who they went to, in order; empties the outbox.</summary>
    public async Task<List<(T Notice, string To)>> HeardAsync<T>()
        where T : Notice
    {
        var rows = await ReadAsync(db => db.Outbox.AsNoTracking().Where(row => row.Kind == OutboxKind.Notice).OrderBy(row => row.Id).ToListAsync());
        await CommitAsync(unit => unit.Db.Outbox.ExecuteDeleteAsync());
        return [.. from row in rows let notice = Notice.FromJson(row.Body!) as T where notice is not null select (notice, NameOf(row.Officer))];
    }
}
