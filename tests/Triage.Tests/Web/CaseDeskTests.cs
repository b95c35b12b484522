using Kentongan.Domain;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Tests.Reports;
using Kentongan.Triage.Tests.Store;
using Kentongan.Triage.Web.Cases;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Tests.Web;

/// <summary>The back office offers what the table of policy 2 allows to whoever looks, and an auditor changes nothing.</summary>
public sealed class CaseDeskTests
{
    private const string Crew = Desk.Usual + " auditor";

    // state, viewer: what the page offers, in its order. kapolsek leads, camat supports.
    private const string Table = """
        Screening, koordinator: Offer Refer Dismiss Quarantine
        Screening, auditor:
        Offered, kapolsek: Accept Call PassOn Decline
        Offered, camat: Accept Call PassOn Decline
        Offered, koordinator: Accept Call Refer PassOn
        Offered, auditor:
        Accepted, kapolsek: StartWork StillWorking Refer Wait Note ProposeHandOver Release
        Accepted, camat: Note
        Accepted, koordinator: Refer Wait Note
        Accepted, auditor:
        InProgress, kapolsek: ProposeResolution StillWorking Refer Wait Note ProposeHandOver Release
        InProgress, camat: Note
        InProgress, koordinator: Refer Wait Note
        InProgress, auditor:
        Waiting, kapolsek: Resume StillWorking Refer Note ProposeHandOver
        Waiting, camat: Note
        Waiting, koordinator: Refer Wait Note
        Waiting, auditor:
        ResolutionProposed, kapolsek:
        ResolutionProposed, camat: Verify SendBack
        ResolutionProposed, koordinator: Verify SendBack
        ResolutionProposed, auditor:
        Closed, kapolsek:
        Closed, camat:
        Closed, koordinator: Reopen
        Closed, auditor:
        Quarantined, koordinator: Offer Screen
        Quarantined, auditor:
        """;

    public static TheoryData<StoreProvider> Both => TestDatabases.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task Every_role_is_offered_what_the_table_says_in_every_state(StoreProvider provider)
    {
        await using var office = await Office.OpenAsync(provider, Crew);
        var rows = Table.ReplaceLineEndings("\n").Split('\n').Select(line => (State: Enum.Parse<ReportStatus>(line.Split(", ")[0]), Offer: line.Split(", ")[1]));
        foreach (var group in rows.GroupBy(row => row.State))
        {
            var number = (await office.Desk.ReportAsync(await BringToAsync(office.Desk, group.Key))).CaseNumber;
            foreach (var row in group)
            {
                var (officer, expected) = (row.Offer.Split(':')[0], row.Offer.Split(':')[1].Trim());
                var viewer = await office.ViewerAsync(officer);
                var view = Assert.IsType<CaseView>(await office.Get<CaseQueries>().FindAsync(viewer, number, CancellationToken.None));
                Assert.Equal($"{group.Key}, {officer}: {expected}", $"{group.Key}, {officer}: {string.Join(' ', CaseChoices.Possible(view))}");
            }
        }
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_auditor_changes_nothing_whatever_they_send(StoreProvider provider)
    {
        await using var office = await Office.OpenAsync(provider, Crew);
        var viewer = await office.ViewerAsync("auditor");
        foreach (var state in (ReportStatus[])[ReportStatus.Screening, ReportStatus.Offered, ReportStatus.Accepted, ReportStatus.InProgress, ReportStatus.ResolutionProposed])
        {
            var before = await office.Desk.ReportAsync(await BringToAsync(office.Desk, state));
            foreach (var action in Enum.GetValues<ReportAction>())
            {
                var command = new CaseCommand(action, before.Version, new string('x', 60), Jepara.Pecangaan, "camat", ReportOutcome.ActedUpon, 6);
                Assert.IsType<Outcome<ReportFact>.Refused>(await office.Get<CaseDesk>().DoAsync(viewer, before.CaseNumber, command, CancellationToken.None));
            }

            Assert.NotNull(await office.Get<CaseDesk>().AskAsync(viewer, before.CaseNumber, "Di sebelah mana?", CancellationToken.None));
            Assert.Equal(before.Version, (await office.Desk.ReportAsync(before.Id)).Version);
        }

        Assert.Equal(0, await office.Desk.ReadAsync(db => db.Messages.CountAsync()));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_auditor_decides_only_what_nobody_of_the_kabupaten_may_know_of(StoreProvider provider)
    {
        await using var office = await Office.OpenAsync(provider, Crew);
        var before = await office.Desk.ReportAsync(await office.Desk.FileAsync(Desk.Filing(accused: AccusedOffice.Kabupaten)));
        var auditor = await office.ViewerAsync("auditor");

        ReportAction[] theirs = [ReportAction.Offer, ReportAction.Dismiss, ReportAction.Quarantine]; // policy 5.4: to the auditor alone
        foreach (var action in Enum.GetValues<ReportAction>().Except(theirs))
        {
            var command = new CaseCommand(action, before.Version, new string('x', 60), Jepara.Pecangaan, "camat", ReportOutcome.Unfounded, 6);
            Assert.IsType<Outcome<ReportFact>.Refused>(await office.Get<CaseDesk>().DoAsync(auditor, before.CaseNumber, command, CancellationToken.None));
        }

        Assert.Null(await office.Get<CaseDesk>().AskAsync(auditor, before.CaseNumber, "Di sebelah mana?", CancellationToken.None)); // in the coordinator's place
        Assert.Equal(before.Version, (await office.Desk.ReportAsync(before.Id)).Version);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Only_the_lead_and_the_coordinator_may_ask_the_reporter(StoreProvider provider)
    {
        await using var office = await Office.OpenAsync(provider, Crew);
        var number = (await office.Desk.ReportAsync(await BringToAsync(office.Desk, ReportStatus.Accepted))).CaseNumber;

        Assert.IsType<Refusal.NotYours>(await AskAsync("camat"));
        Assert.Null(await AskAsync("kapolsek"));
        Assert.Null(await AskAsync("koordinator"));

        async Task<Refusal?> AskAsync(string officer) =>
            await office.Get<CaseDesk>().AskAsync(await office.ViewerAsync(officer), number, "Di sebelah mana?", CancellationToken.None);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_form_of_a_page_that_is_behind_changes_nothing(StoreProvider provider)
    {
        await using var office = await Office.OpenAsync(provider, Crew);
        var before = await office.Desk.ReportAsync(await BringToAsync(office.Desk, ReportStatus.Offered));
        Desk.Done(await office.Desk.AcceptAsync("camat", before.Id));

        var answer = await office.Get<CaseDesk>().DoAsync(
            await office.ViewerAsync("kapolsek"), before.CaseNumber, new CaseCommand(ReportAction.Accept, before.Version), CancellationToken.None);

        Assert.IsType<Refusal.Stale>(Desk.Refused(answer));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_is_done_at_the_desk_is_audited_and_makes_the_same_fact_as_a_tap(StoreProvider provider)
    {
        await using var office = await Office.OpenAsync(provider, Crew);
        var report = await office.Desk.ReportAsync(await BringToAsync(office.Desk, ReportStatus.Offered));

        var fact = Desk.Done(await office.Get<CaseDesk>().DoAsync(
            await office.ViewerAsync("kapolsek"), report.CaseNumber, new CaseCommand(ReportAction.Accept, report.Version), CancellationToken.None));

        Assert.Equal((ReportAction.Accept, "kapolsek", "0"), (fact.Action, fact.Seat, fact.Detail));
        Assert.Equal($"kapolsek Acted {report.CaseNumber} Accept", (await office.AuditAsync())[^1]);
    }

    /// <summary>A kind that the kapolsek leads and the camat supports.</summary>
    internal static async Task<ReportId> BringToAsync(Desk desk, ReportStatus state)
    {
        var id = await desk.FileAsync(Desk.Filing("miras.produksi", nowhere: state is ReportStatus.Screening or ReportStatus.Quarantined));
        if (state == ReportStatus.Quarantined)
        {
            Desk.Done(await desk.TapAsync("koordinator", id, (unit, by) => desk.Get<ScreenReport>().QuarantineAsync(unit, by, "Isinya sama berulang kali.")));
        }

        if (state is ReportStatus.Screening or ReportStatus.Offered or ReportStatus.Quarantined)
        {
            return id;
        }

        Desk.Done(await desk.AcceptAsync("kapolsek", id));
        if (state != ReportStatus.Accepted)
        {
            Desk.Done(await desk.TapAsync("kapolsek", id, (unit, by) => desk.Get<WorkOnReport>().StartAsync(unit, by)));
        }

        if (state == ReportStatus.Waiting)
        {
            Desk.Done(await desk.TapAsync("kapolsek", id, (unit, by) => desk.Get<WorkOnReport>().WaitAsync(unit, by, TimeSpan.FromHours(6))));
        }

        if (state is ReportStatus.ResolutionProposed or ReportStatus.Closed)
        {
            Desk.Done(await desk.ResolveAsync("kapolsek", id));
        }

        if (state == ReportStatus.Closed)
        {
            Desk.Done(await desk.TapAsync("camat", id, (unit, by) => desk.Get<WorkOnReport>().VerifyAsync(unit, by)));
        }

        Assert.Equal(state, (await desk.ReportAsync(id)).Status);
        return id;
    }
}
