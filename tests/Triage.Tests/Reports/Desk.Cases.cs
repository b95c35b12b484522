using Kentongan.Domain;
using Kentongan.Domain.Places;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Jobs;
using Kentongan.Triage.Outbox;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Routing;
using Kentongan.Triage.Store;
using Kentongan.Triage.Tests.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Tests.Reports;

/// <content>What happens to reports.</content>
internal sealed partial class Desk
{
    /// <summary>Kinds of reports of the shipped programmes by their priority; none of the stories below raises it.</summary>
    public static string KindOf(Priority priority) => priority switch
    {
        Priority.P0 => "miras.korban_oplosan",
        Priority.P1 => "miras.produksi",
        Priority.P2 => "miras.konsumsi",
        _ => "trantibum.ketertiban_lain",
    };

    public static Filing Filing(
        string category = "miras.konsumsi", AccusedOffice accused = AccusedOffice.None, Place? place = null, bool nowhere = false, string story = "Ada yang perlu dilihat.") => new(
        category, Happening.Often, accused, nowhere ? null : place ?? Jepara.InKedung, Pin: null, [story], []);

    /// <summary>Files a report and routes it, as the signal at the commit would.</summary>
    public async Task<ReportId> FileAsync(Filing? filing = null) => (await FileWithReceiptAsync(filing)).Report;

    public async Task<(ReportId Report, Receipt Receipt)> FileWithReceiptAsync(Filing? filing = null)
    {
        var receipt = await CommitAsync(unit => Get<FileReport>().HandleAsync(unit, filing ?? Filing()));
        var hash = receipt.Hash;
        var id = await ReadAsync(db => db.Reports.Where(report => report.ReceiptHash == hash).Select(report => report.Id).SingleAsync());
        await CommitAsync(unit => Get<RouteReport>().HandleAsync(unit, id));
        return (id, receipt);
    }

    public Task<ReportId> FileAsync(Priority priority) => FileAsync(Filing(KindOf(priority)));

    public Task<Report> ReportAsync(ReportId id) => ReadAsync(db => db.Reports.AsNoTracking().SingleAsync(report => report.Id == id));

    public Task<List<ReportFact>> FactsAsync(ReportId id) => ReadAsync(db =>
        db.Facts.AsNoTracking().Where(fact => fact.Report == id).OrderBy(fact => fact.Sequence).ToListAsync());

    public Task<List<CardRow>> CardsAsync(ReportId id) => ReadAsync(db => db.Cards.AsNoTracking().Where(card => card.Report == id).ToListAsync());

    public async Task<CardRow?> CardAsync(ReportId id, string officer) => (await CardsAsync(id)).Find(card => card.Officer == this[officer]);

    /// <summary>An officer taps their card of the report.</summary>
    public async Task<T> TapAsync<T>(string officer, ReportId id, Func<Unit, OfficerCase, Task<T>> act)
    {
        var card = await CardAsync(id, officer) ?? throw new InvalidOperationException($"{officer} has no card.");
        return await CommitAsync(async unit => await act(unit, Assert.IsType<OfficerCase>(await OfficerCase.FindAsync(unit, card.Id, this[officer]))));
    }

    public Task<Outcome<ReportFact>> AcceptAsync(string officer, ReportId id) =>
        TapAsync(officer, id, (unit, by) => Get<AnswerOffer>().AcceptAsync(unit, by));

    public Task<Outcome<ReportFact>> PassOnAsync(string officer, ReportId id, KecamatanCode to) =>
        TapAsync(officer, id, (unit, by) => Get<AnswerOffer>().PassOnAsync(unit, by, to));

    public Task<Outcome<ReportFact>> DeclineAsync(string officer, ReportId id) =>
        TapAsync(officer, id, (unit, by) => Get<AnswerOffer>().DeclineAsync(unit, by));

    /// <summary>Told in enough words, with a photo.</summary>
    public Task<Outcome<ReportFact>> ResolveAsync(string officer, ReportId id, ReportOutcome outcome = ReportOutcome.ActedUpon) =>
        TapAsync(officer, id, (unit, by) => Get<WorkOnReport>().ProposeResolutionAsync(unit, by, outcome, Told, [Photo(1)]));

    public const string Told = "Sudah didatangi, didata dan diperingatkan bersama.";

    public static EvidenceRef Photo(int number) => new(new EvidenceId(new Guid(number, 0, 0, new byte[8])), "photo", "image/jpeg", "jpg", new byte[32]);

    /// <summary>Accepted, resolved and verified.</summary>
    public async Task CloseAsync(ReportId id, string lead = "camat", string verifier = "kapolsek")
    {
        Done(await AcceptAsync(lead, id));
        Done(await ResolveAsync(lead, id));
        Done(await TapAsync(verifier, id, (unit, by) => Get<WorkOnReport>().VerifyAsync(unit, by)));
    }

    public static T Done<T>(Outcome<T> outcome) => outcome is Outcome<T>.Refused(var why)
        ? throw new Xunit.Sdk.XunitException($"Refused: {why}")
        : ((Outcome<T>.Done)outcome).Value;

    public static Refusal Refused<T>(Outcome<T> outcome) => Assert.IsType<Outcome<T>.Refused>(outcome).Why;

    /// <summary>Lets time pass and meets every deadline at its minute, as the job would that runs each second.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        var end = Clock.Now + time;
        while (await ReadAsync(db => db.Deadlines.Where(row => row.DueAt <= end).OrderBy(row => row.DueAt).Select(row => (DateTimeOffset?)row.DueAt).FirstOrDefaultAsync()) is { } due)
        {
            Clock.Now = due > Clock.Now ? due : Clock.Now;
            Assert.NotEqual(0, await RunAsync<MeetDeadlines>());
        }

        Clock.Now = end;
    }

    /// <summary>
    /// The outbox as lines such as <c>+7 reminder 1 → camat kapolsek</c>, minutes after <paramref name="from"/>; <c>(silent)</c> where it makes
    /// no sound. Edits of cards are left out: they follow every change.
    /// </summary>
    public async Task<List<string>> ToldAsync(DateTimeOffset from, ReportId? about = null)
    {
        var rows = await ReadAsync(db => db.Outbox.AsNoTracking().OrderBy(row => row.Id).ToListAsync());
        return [.. rows
            .Where(row => row.Priority != OutboxPriority.Edit && (about is null || row.Report == about))
            .GroupBy(row => (Minute: (int)(DateTimeOffset.FromUnixTimeMilliseconds(row.DueAt) - from).TotalMinutes, What: WhatOf(row), row.Silent))
            .OrderBy(same => same.Key.Minute).ThenBy(same => same.Key.What, StringComparer.Ordinal)
            .Select(same => $"+{same.Key.Minute} {same.Key.What} → {string.Join(' ', same.Select(row => NameOf(row.Officer)).Distinct().Order(StringComparer.Ordinal))}{(same.Key.Silent ? " (silent)" : "")}")];
    }

    private static string WhatOf(OutboxRow row) => row.Kind != OutboxKind.Notice ? row.Kind.ToString().ToLowerInvariant() : Notice.FromJson(row.Body!) switch
    {
        Notice.Reminder reminder => $"reminder {reminder.Step}",
        Notice.Escalated escalated => $"level {escalated.Level}",
        var other => other.GetType().Name,
    };
}
