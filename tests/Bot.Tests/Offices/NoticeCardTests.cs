using Kentongan.Bot.Conversations.Phrases;
using Kentongan.Triage.Outbox;
using Kentongan.Triage.Reports;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Bot.Tests.Offices;

/// <summary>A notice that asks to look at a card opens it (policy 3), for whoever holds the card and nobody else (policy 5.4).</summary>
public sealed class NoticeCardTests
{
    private const long Resident = 900, Camat = 11, Kapolsek = 12;

    [Fact]
    public async Task A_notice_about_a_case_opens_the_readers_own_card_below_and_empties_the_copy_above()
    {
        await using var office = await Office.OpenAsync();
        await office.BindAsync("kapolsek", Kapolsek);
        await office.ReportAsync(Resident, "Tiga orang pingsan habis minum.", "miras.korban_oplosan");
        var above = office.Telegram.Of(Kapolsek).Last(bubble => bubble.Html.Contains("pingsan", StringComparison.Ordinal));
        await office.PressAsync(Resident, "3");
        await office.PressAsync(Resident, "Ada yang tidak sadar");

        var notice = office.Telegram.Of(Kapolsek).Last(bubble => bubble.Html.Contains("Mohon lihat kartunya", StringComparison.Ordinal));
        Assert.Equal([OfficerWords.SeeCard], notice.Buttons.Select(button => button.Label));
        await office.TapAsync(Kapolsek, notice.Buttons[0].Data, notice.Id);

        var after = office.Telegram.Of(Kapolsek);
        Assert.Contains("pingsan", after[^1].Html, StringComparison.Ordinal);
        Assert.NotEmpty(after[^1].Buttons);
        Assert.Equal((OfficerWords.ShownBelow, 0), after.Where(bubble => bubble.Id == above.Id).Select(bubble => (bubble.Html, bubble.Buttons.Count)).Single());
    }

    [Fact]
    public async Task Once_the_card_is_taken_back_there_is_no_button_and_one_of_before_opens_nothing()
    {
        await using var office = await Office.OpenAsync();
        var kapolsek = await office.BindAsync("kapolsek", Kapolsek);
        await office.ReportAsync(Resident, "Cerita yang rahasia.");
        await NotifyAsync(office, kapolsek);
        var before = office.Telegram.Find(Kapolsek, OfficerWords.SeeCard)!.Value;
        await office.CommitAsync(async unit => await unit.Db.Cards.ExecuteUpdateAsync(row => row.SetProperty(card => card.WithdrawnAt, unit.Now)));

        await NotifyAsync(office, kapolsek);
        await office.TapAsync(Kapolsek, before.Data, before.Message);

        Assert.All(office.Telegram.Of(Kapolsek).Where(bubble => bubble.Id > before.Message), bubble => Assert.DoesNotContain(OfficerWords.SeeCard, bubble.Buttons.Select(button => button.Label)));
        Assert.DoesNotContain("rahasia", office.Telegram.Of(Kapolsek)[^1].Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_button_opens_nothing_for_anybody_else()
    {
        await using var office = await Office.OpenAsync();
        var kapolsek = await office.BindAsync("kapolsek", Kapolsek);
        await office.BindAsync("camat", Camat);
        await office.ReportAsync(Resident, "Cerita yang rahasia.");
        await NotifyAsync(office, kapolsek);
        var (message, data) = office.Telegram.Find(Kapolsek, OfficerWords.SeeCard)!.Value;
        var (mine, theirs) = (office.Telegram.Of(Camat).Count, office.Telegram.Of(Kapolsek).Count);

        await office.TapAsync(Camat, data, message);

        Assert.Equal((mine, theirs), (office.Telegram.Of(Camat).Count, office.Telegram.Of(Kapolsek).Count));
    }

    private static async Task NotifyAsync(Office office, Kentongan.Domain.OfficerId officer)
    {
        await office.CommitAsync(async unit =>
        {
            var report = await unit.Db.Reports.SingleAsync();
            await office.Get<CaseWork>().NotifyAsync(unit, officer, new Notice.ReporterWrote(report.CaseNumber, Answer: false), report);
            return true;
        });
        await office.DrainAsync();
    }
}
