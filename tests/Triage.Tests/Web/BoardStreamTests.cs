using Kentongan.Domain;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Tests.Reports;
using Kentongan.Triage.Tests.Store;
using Kentongan.Triage.Web.Board;
using Kentongan.Triage.Web.SignIn;
using Kentongan.Triage.Web.Viewing;

namespace Kentongan.Triage.Tests.Web;

/// <summary>What an open board is told, byte by byte as it comes over the line (policy 5.4; threat-model 4, rows 13 and 19).</summary>
public sealed class BoardStreamTests
{
    private const string Crew = Desk.Usual + " auditor inspektorat sipropam";

    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(3);

    public static TheoryData<StoreProvider, AccusedOffice, string> Accused => AccusedPagesTests.Accused;

    /// <summary>Bytes and their order, at every tick and between: what accuses them comes, is screened, offered, accepted, told of to the coordinator.</summary>
    [Theory, MemberData(nameof(Accused))]
    public async Task An_open_board_hears_the_same_with_the_reports_and_without(StoreProvider provider, AccusedOffice accused, string seats)
    {
        string[] readers = [.. seats.Split(' '), "camat/02"];

        var with = await HeardAsync(provider, readers, accused);
        var without = await HeardAsync(provider, readers, null);

        Assert.Equal(without, with);
        Assert.Contains(without, line => line.Contains("data: ", StringComparison.Ordinal)); // of the harmless one it is told
    }

    /// <summary>What happens in another kecamatan does not make a board beat faster, either.</summary>
    [Theory]
    [InlineData(StoreProvider.Sqlite)]
    [InlineData(StoreProvider.Postgres)]
    public async Task A_board_of_another_kecamatan_hears_nothing_but_that_the_line_stands(StoreProvider provider)
    {
        var heard = await HeardAsync(provider, ["camat/02", "kapolsek/02"], AccusedOffice.None);

        Assert.All(heard.Skip(4), line => Assert.EndsWith(": :\n\n", line, StringComparison.Ordinal));
    }

    /// <summary>
    /// Somebody with several boards, opened one after the other, must not learn from their counts when within the random wait a report was
    /// written; nor may a board that was opened meanwhile miss the card.
    /// </summary>
    [Theory]
    [InlineData(StoreProvider.Sqlite)]
    [InlineData(StoreProvider.Postgres)]
    public async Task Whenever_a_board_was_opened_a_card_that_was_held_back_counts_the_same(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual, settings: new() { ["Privacy:OfferDelay"] = "00:05:00" });
        var before = desk.Clock.Now - TimeSpan.FromMinutes(1);
        var written = desk.Clock.Now;
        var report = await desk.ReportAsync(await desk.FileAsync(Priority.P2));
        var comes = report.OfferedAt!.Value;
        DateTimeOffset[] opened = [before, written, written + ((comes - written) / 2), comes.AddTicks(-1)];

        Assert.All(await CountsAsync(desk, opened, comes.AddTicks(-1)), count => Assert.Equal(0, count));
        var counts = await CountsAsync(desk, opened, comes.AddSeconds(1));

        Assert.Equal(counts[0], Assert.Single(counts.Distinct()));
        Assert.InRange(counts[0], 1, int.MaxValue);
        Assert.Equal([0], await CountsAsync(desk, [comes], comes.AddSeconds(1))); // drawn with the card on it
    }

    private static async Task<List<int>> CountsAsync(Desk desk, DateTimeOffset[] opened, DateTimeOffset now)
    {
        var viewer = new Viewer(desk["kapolsek"], "kapolsek", [new Post(new Domain.Rosters.Seat("kapolsek"), Jepara.Kedung, IsDeputy: false)]) { Now = now };
        var counts = new List<int>();
        foreach (var since in opened)
        {
            counts.Add(await desk.ReadAsync(db => BoardChanges.CountAsync(db, viewer, since, CancellationToken.None)));
        }

        return counts;
    }

    /// <param name="other">What a second report accuses, that is worked on meanwhile; null for no second report.</param>
    private static async Task<List<string>> HeardAsync(StoreProvider provider, string[] readers, AccusedOffice? other)
    {
        HandTimers? timers = null;
        await using var office = await Office.OpenAsync(provider, Crew, timers: clock => timers = new HandTimers(clock));
        var desk = office.Desk;
        var heard = new List<string>();
        var boards = new List<(string Reader, StreamReader Line)>();
        foreach (var reader in readers)
        {
            boards.Add((reader, await OpenAsync(office, reader, heard)));
        }

        await ListenAsync("opened");
        await timers!.RunAsync(Tick, readers.Length);
        desk.Clock.Now += TimeSpan.FromSeconds(1);
        var secret = other is { } meant ? await desk.FileAsync(Desk.Filing(Desk.KindOf(Priority.P0), meant)) : (ReportId?)null;
        await TickAsync("an emergency has come");
        var harmless = await desk.FileAsync();
        var quiet = other is { } again ? await desk.FileAsync(Desk.Filing(accused: again)) : (ReportId?)null;
        await TickAsync("a harmless one has come, and one that is not urgent");
        if (quiet is { } waits && (await desk.ReportAsync(waits)).Status == ReportStatus.Screening)
        {
            var desks = other == AccusedOffice.Kabupaten ? "auditor" : "koordinator";
            Desk.Done(await desk.TapAsync(desks, waits, (unit, by) => desk.Get<ScreenReport>().DismissAsync(unit, by, ReportOutcome.Unfounded, "Sudah diperiksa.")));
        }

        await TickAsync("it was looked at");
        Desk.Done(await desk.AcceptAsync("kapolsek", harmless));
        await TickAsync("the harmless one was accepted");
        await desk.PassAsync(TimeSpan.FromMinutes(11));
        await TickAsync("the emergency is late");
        await TickAsync("nothing happened");
        boards.ForEach(board => board.Line.Dispose());
        return heard;

        async Task TickAsync(string what)
        {
            timers.Tick(Tick);
            await ListenAsync(what);
        }

        async Task ListenAsync(string what)
        {
            foreach (var (reader, line) in boards)
            {
                heard.Add($"{reader}, {what}: {await NextAsync(line)}");
            }
        }
    }

    private static async Task<StreamReader> OpenAsync(Office office, string reader, List<string> heard)
    {
        var token = (await office.SignInAsync(reader)).Cookie(WebCookies.Session(office.Get<Triage.Web.WebOptions>()));
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(office.Address, "/papan/berubah"));
        request.Headers.Add("Cookie", $"{WebCookies.Session(office.Get<Triage.Web.WebOptions>())}={token}");
        var http = new HttpClient(new SocketsHttpHandler { UseCookies = false });
        var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        heard.Add($"{reader}: {(int)answer.StatusCode} {string.Join(' ', answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key != "Date").Select(header => $"{header.Key}={string.Join(',', header.Value)}").Order(StringComparer.Ordinal))}");
        return new StreamReader(await answer.Content.ReadAsStreamAsync());
    }

    /// <summary>Up to the blank line that ends an event.</summary>
    private static async Task<string> NextAsync(StreamReader line)
    {
        var text = "";
        while (!text.EndsWith("\n\n", StringComparison.Ordinal))
        {
            text += await line.ReadLineAsync() is { } next ? next + "\n" : throw new EndOfStreamException($"The stream ended after {text}.");
        }

        return text;
    }
}
