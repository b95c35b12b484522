using System.Globalization;
using System.Text.RegularExpressions;
using Kentongan.Bot.Commands;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Deadlines;
using Kentongan.Triage.Jobs;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Bot.Tests.Offices;

/// <summary>
/// What reaches the phones of the accused is the same with reports about them and without: every call to Telegram to the byte, pictures
/// included, at the same step of the day (policy 5.4; threat-model 4, row 19).
/// </summary>
public sealed partial class AccusedChatTests
{
    private const long Siti = 7_000_000_001, Joko = 7_000_000_002, Sri = 7_000_000_003;

    private static readonly string[] Crew = ["camat", "kapolsek", "danramil", "camat~", "kapolsek~", "danramil~", "koordinator", "auditor", "inspektorat", "sipropam"];

    public static TheoryData<AccusedOffice, string> Accused => new()
    {
        { AccusedOffice.Polsek, "kapolsek kapolsek~" },
        { AccusedOffice.Koramil, "danramil danramil~" },
        { AccusedOffice.Kecamatan, "camat camat~" },
        { AccusedOffice.Kabupaten, "koordinator camat kapolsek danramil sipropam" },
    };

    [Theory, MemberData(nameof(Accused))]
    public async Task Every_message_menu_and_picture_is_the_same_to_the_byte(AccusedOffice accused, string seats)
    {
        var with = await ReachedAsync(accused, seats.Split(' '));
        var without = await ReachedAsync(null, seats.Split(' '));

        Assert.Contains(without, call => call.Contains("CASE", StringComparison.Ordinal)); // the harmless one is there
        Assert.Equal(without, with);
    }

    /// <summary>Nor does the answer to whoever watches over the process tell: it is open to all who reach the machine.</summary>
    [Fact]
    public async Task Health_says_the_same_word_while_something_that_accuses_an_office_lies_unanswered()
    {
        var (with, without) = (await HealthAsync(AccusedOffice.Kabupaten), await HealthAsync(null));

        Assert.Equal(without, with);
        Assert.Equal([(true, "ready"), (true, "ready")], with);
    }

    private static long ChatOf(string seat) => 910_000_000 + Array.IndexOf(Crew, seat);

    private static async Task<List<string>> ReachedAsync(AccusedOffice? accused, string[] seats)
    {
        await using var office = await OpenAsync();
        var (calls, from) = (new List<string>(), 0);
        await office.ReportAsync(Siti);
        var (message, accept) = office.Telegram.Find(ChatOf("kapolsek"), "✅ Terima")!.Value;
        var number = await office.ReadAsync(db => db.Reports.Select(report => report.CaseNumber).SingleAsync());
        Listen("a harmless report");
        if (accused is { } meant)
        {
            await office.ReportAsync(Joko, "Petugasnya ikut minum.", accused: meant);
            await office.ReportAsync(Sri, "Ada yang pingsan habis minum.", "miras.korban_oplosan", meant);
        }

        Listen("two that accuse");
        foreach (var seat in seats)
        {
            foreach (var command in (string[])["/tugas", "/rekap", "/menu", "/cuti", "/operasi", "/masuk"])
            {
                await office.SayAsync(ChatOf(seat), command);
                Listen($"{seat} {command}");
            }
        }

        await office.TapAsync(ChatOf("kapolsek"), accept, message);
        Listen("accepted");
        await PassAsync(office, TimeSpan.FromHours(3));
        Listen("three hours");
        office.Clock.Now = new DateTimeOffset(2026, 9, 17, 0, 0, 0, TimeSpan.Zero); // 07:00 local
        await office.Get<SendDigests>().RunAsync(CancellationToken.None);
        await office.DrainAsync();
        Listen("the digest of the morning");
        return calls;

        void Listen(string step)
        {
            foreach (var seat in seats)
            {
                var chat = ChatOf(seat).ToString(CultureInfo.InvariantCulture);
                foreach (var (method, body) in office.Telegram.Calls.Skip(from).Where(call => call.Body.Contains(chat, StringComparison.Ordinal)))
                {
                    calls.Add($"{step}, {seat}: {method} {Chance().Replace(body.Replace(number, "CASE", StringComparison.Ordinal), "")}");
                }
            }

            from = office.Telegram.Calls.Count;
        }
    }

    private static async Task<List<(bool, string)>> HealthAsync(AccusedOffice? accused)
    {
        await using var office = await OpenAsync();
        var readiness = new Readiness(office.Get<Heartbeat>(), office.Get<IDbContextFactory<TriageDb>>(), office.Clock);
        if (accused is { } meant)
        {
            await office.ReportAsync(Joko, "Petugasnya ikut minum.", accused: meant);
        }

        await PassAsync(office, TimeSpan.FromHours(20));
        await office.Get<JobRunner>().RunAsync(typeof(AuditOpenReports), CancellationToken.None);
        return [await readiness.AskAsync(polls: false, CancellationToken.None), await readiness.AskAsync(polls: false, CancellationToken.None)];
    }

    private static async Task<Office> OpenAsync()
    {
        var office = await Office.OpenAsync();
        foreach (var seat in Crew)
        {
            await office.BindAsync(seat.TrimEnd('~'), ChatOf(seat), deputy: seat.EndsWith('~'));
        }

        return office;
    }

    /// <summary>Every deadline at its minute.</summary>
    private static async Task PassAsync(Office office, TimeSpan time)
    {
        var end = office.Clock.Now + time;
        while (await office.ReadAsync(db => db.Deadlines.AsNoTracking().Where(row => row.DueAt <= end).OrderBy(row => row.DueAt).FirstOrDefaultAsync()) is { } due)
        {
            office.Clock.Now = due.DueAt > office.Clock.Now ? due.DueAt : office.Clock.Now;
            await office.Get<Committer>().CommitAsync(unit => office.Get<MeetDeadline>().HandleAsync(unit, due.Id), CancellationToken.None);
            await office.DrainAsync();
        }

        office.Clock.Now = end;
    }

    /// <summary>What is drawn by lot or counts every message of the bot: buttons, numbers of messages, links to sign in, what parts a file from the rest.</summary>
    [GeneratedRegex("\"![A-Za-z0-9_-]+\"|\"message_id\":[0-9]+|/masuk/[A-Za-z0-9_-]+|--[0-9a-f-]{36}")]
    private static partial Regex Chance();
}
