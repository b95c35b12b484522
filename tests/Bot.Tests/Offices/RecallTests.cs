using Kentongan.Bot.Conversations.Phrases;
using Kentongan.Triage.Officers;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Bot.Tests.Offices;

/// <summary>Whoever leaves office keeps nothing to read on their phone (threat-model 4, row 11).</summary>
public sealed class RecallTests
{
    private const long Siti = 7_000_000_001, Camat = 11, Kapolsek = 12;

    [Fact]
    public async Task The_cards_of_whoever_is_removed_are_emptied_and_they_are_told_nothing_new()
    {
        await using var office = await Office.OpenAsync();
        var kapolsek = await office.BindAsync("kapolsek", Kapolsek);
        await office.BindAsync("camat", Camat);
        await office.ReportAsync(Siti, "Cerita pertama yang rahasia.");
        await office.ReportAsync(Siti, "Cerita kedua yang rahasia.");
        var before = office.Telegram.Of(Kapolsek);
        Assert.Equal(2, before.Count(bubble => bubble.Html.Contains("Cerita", StringComparison.Ordinal)));
        var (ids, camat) = (before.Select(bubble => bubble.Id).ToList(), office.Telegram.Of(Camat).Select(bubble => bubble.Html).ToList());

        await office.CommitAsync(unit => office.Get<Invitations>().RemoveAsync(unit, kapolsek));
        await office.DrainAsync();

        var after = office.Telegram.Of(Kapolsek);
        Assert.Equal(ids, after.Select(bubble => bubble.Id)); // nothing new
        Assert.DoesNotContain(after, bubble => bubble.Html.Contains("Cerita", StringComparison.Ordinal) || bubble.Buttons.Count > 0);
        Assert.Equal(2, after.Count(bubble => bubble.Html == OfficerWords.NoLongerValid));
        Assert.Equal(camat, office.Telegram.Of(Camat).Select(bubble => bubble.Html)); // others keep theirs
        Assert.Equal(0, await office.ReadAsync(db => db.Outbox.CountAsync()));
    }

    [Fact]
    public async Task The_account_stands_nowhere_while_the_cards_wait_to_be_emptied()
    {
        await using var office = await Office.OpenAsync();
        var kapolsek = await office.BindAsync("kapolsek", 8_123_456_789);
        await office.ReportAsync(Siti);

        await office.CommitAsync(unit => office.Get<Invitations>().RemoveAsync(unit, kapolsek));

        var rows = await office.ReadAsync(db => db.Outbox.AsNoTracking().ToListAsync());
        Assert.All(rows, row => Assert.Equal((null, null, null), (row.Officer, row.Report, row.Body)));
        Assert.All(rows, row => Assert.Equal(-1, row.Sealed.AsSpan().IndexOf(BitConverter.GetBytes(8_123_456_789))));
        Assert.NotEmpty(rows);
    }
}
