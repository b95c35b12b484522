using System.Text;
using System.Text.RegularExpressions;
using Kentongan.Domain.Programmes;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Routing;

namespace Kentongan.Bot.Tests.Officers;

public sealed class CardDrawingTests : IDisposable
{
    private const string Secret = "rahasia";

    private readonly Cards _cards = new();

    public static TheoryData<ReportStatus, Part, AudienceTier> Everything => new(
        from status in Enum.GetValues<ReportStatus>()
        from part in Enum.GetValues<Part>()
        from tier in Enum.GetValues<AudienceTier>()
        select new TheoryDataRow<ReportStatus, Part, AudienceTier>(status, part, tier));

    public void Dispose() => _cards.Dispose();

    [Fact]
    public void State_line_and_buttons_follow_from_status_and_part()
    {
        var table = new StringBuilder("\n");
        foreach (var status in Enum.GetValues<ReportStatus>())
        {
            foreach (var (name, part, lead) in ((string, Part, bool)[])[("lead", Part.Lead, true), ("could lead", Part.Lead, false), ("support", Part.Support, false), ("copy", Part.Copy, false), ("desk", Part.Screener, false)])
            {
                var drawn = _cards.Draw(Cards.ViewOf(Cards.ReportIn(status, lead: lead ? Cards.Sari : null), part));
                table.Append($"{status} {name}: {Cards.Plain(drawn.Html.Split('\n')[2])} {string.Join(' ', drawn.Buttons.Select(Row))}".TrimEnd()).Append('\n');
            }
        }

        Assert.Equal(CardTable.Expected, table.ToString());
    }

    [Fact]
    public void The_first_line_says_how_urgent_what_where_and_when()
    {
        Assert.Equal("🔴 DARURAT · Penjualan miras · Kedungmalang, Kedung · 47 mnt lalu", FirstLine(Priority.P0));
        Assert.Equal("🟠 TINGGI · Penjualan miras · Kedungmalang, Kedung · 47 mnt lalu", FirstLine(Priority.P1));
        Assert.Equal("🟡 Normal · Penjualan miras · Kedungmalang, Kedung · pagi ini", FirstLine(Priority.P2));
        Assert.Equal("⚪ Rendah · Penjualan miras · Kec. Kedung · pagi ini", FirstLine(Priority.P3, AudienceTier.Agregat));

        string FirstLine(Priority priority, AudienceTier tier = AudienceTier.Full) =>
            Cards.Plain(_cards.Draw(Cards.ViewOf(Cards.ReportIn(ReportStatus.Offered, priority), tier: tier)).Html.Split('\n')[0]);
    }

    [Theory]
    [InlineData(Priority.P2)]
    [InlineData(Priority.P3)]
    public void What_is_not_urgent_never_shows_a_minute(Priority priority)
    {
        foreach (var status in Enum.GetValues<ReportStatus>())
        {
            var head = string.Join('\n', Cards.Plain(_cards.Draw(Cards.ViewOf(Cards.ReportIn(status, priority))).Html).Split('\n').Take(2)); // the third line says when it was accepted, counted from the offer

            Assert.DoesNotMatch(new Regex(@"\d+ ?mnt|\d+ ?jam|\d\d\.\d\d"), head);
            Assert.Contains("pagi ini", head, StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(Everything))]
    public void Lower_tiers_and_withdrawn_cards_hold_nothing_that_the_resident_told(ReportStatus status, Part part, AudienceTier tier)
    {
        var report = Cards.ReportIn(status, status == ReportStatus.Waiting ? Priority.P1 : Priority.P0);
        var full = Cards.ViewOf(report, part) with { Tier = tier }; // even where a view came with more than the tier allows
        var withdrawn = _cards.Draw(Cards.ViewOf(report, part, withdrawn: true));
        var drawn = _cards.Draw(full).Html;

        var open = tier == AudienceTier.Full && status is not (ReportStatus.Closed or ReportStatus.Merged);
        Assert.Equal(open, drawn.Contains(Secret, StringComparison.Ordinal));
        Assert.Equal(open, drawn.Contains("jembatan", StringComparison.Ordinal));
        Assert.Equal(open, drawn.Contains("110.68", StringComparison.Ordinal));
        Assert.Empty(withdrawn.Buttons);
        Assert.Equal(3, withdrawn.Html.Split('\n').Length);
        Assert.Contains("↪️", withdrawn.Html, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Everything))]
    public void The_longest_card_fits_into_a_message_and_every_button_into_64_bytes(ReportStatus status, Part part, AudienceTier tier)
    {
        var endless = string.Concat(Enumerable.Repeat("<😀&\"ä", 2_000));
        var view = Cards.ViewOf(Cards.ReportIn(status, status == ReportStatus.Waiting ? Priority.P1 : Priority.P0), part, tier, story: endless, resolution: endless) with
        {
            Conversation = [.. Enumerable.Repeat((true, endless), 6)],
            KecamatanName = new string('K', 60),
            DesaName = new string('D', 60),
        };

        var drawn = _cards.Draw(view);

        var shown = Cards.Plain(drawn.Html);
        Assert.InRange(shown.Length, 1, 4_096);
        Assert.DoesNotContain('\uFFFD', shown); // no character was cut in two
        Assert.All(drawn.Buttons.SelectMany(row => row), button => Assert.InRange(Encoding.UTF8.GetByteCount(button.Data), 1, 64));
        Assert.All(drawn.Buttons, row => Assert.InRange(row.Count, 1, 3));
    }

    [Fact]
    public void What_people_wrote_is_shown_as_text()
    {
        var html = _cards.Draw(Cards.ViewOf(Cards.ReportIn(ReportStatus.Offered), story: "<b>x</b><a href=\"tg://user?id=1\">y</a>")).Html;

        Assert.Contains("&lt;b&gt;x&lt;/b&gt;&lt;a href=&quot;tg://user?id=1&quot;&gt;y&lt;/a&gt;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<a", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_was_asked_to_take_over_gets_a_button_for_it()
    {
        var report = Cards.ReportIn(ReportStatus.Accepted);
        report.ProposeHandOver(Actor.In("kapolsek", Cards.Budi), Cards.Sari, "camat", Cards.Received);

        Assert.Equal("[✅ Terima limpahan]", Row(_cards.Draw(Cards.ViewOf(report)).Buttons[0]));
    }

    [Fact]
    public void The_desk_reads_why_a_report_lies_there()
    {
        var html = _cards.Draw(Cards.ViewOf(Cards.ReportIn(ReportStatus.Screening), Part.Screener)).Html;

        Assert.Contains("Perlu keputusan Anda:</b> lokasi belum diketahui.", html, StringComparison.Ordinal);
    }

    private static string Row(IReadOnlyList<(string Label, string Data)> row) => $"[{string.Join("|", row.Select(button => button.Label))}]";
}
