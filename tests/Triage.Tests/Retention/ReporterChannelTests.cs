using Kentongan.Domain;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Tests.Retention;

public sealed class ReporterChannelTests
{
    private static readonly TimeSpan Quarter = TimeSpan.FromDays(90);

    [Fact]
    public async Task Until_ninety_days_after_closing_the_resident_reads_and_writes()
    {
        await using var here = await Installation.NewAsync();
        var process = await here.StartAsync();
        var one = await process.FileAndCloseAsync();
        here.Clock.Now += Quarter - TimeSpan.FromMinutes(1);

        var view = await process.FollowAsync(one);

        Assert.Equal((Process.Reason, 1), (view!.Resolution, view.Messages.Count));
        Assert.True(await process.CommitAsync(unit => process.Get<FollowUp>().AddAsync(unit, one.Report, "late", [])));
    }

    [Fact]
    public async Task After_ninety_days_only_the_word_is_shown_and_nothing_is_taken()
    {
        await using var here = await Installation.NewAsync();
        var process = await here.StartAsync();
        var one = await process.FileAndCloseAsync();
        here.Clock.Now += Quarter;

        var view = await process.FollowAsync(one);
        var taken = await process.CommitAsync(unit => process.Get<FollowUp>().AddAsync(unit, one.Report, "too late", []));
        var asked = await process.CommitAsync(async unit =>
        {
            var card = await unit.Db.Cards.SingleAsync(row => row.Id == one.Card);
            return await process.Get<AskReporter>().HandleAsync(unit, new OfficerCase((await CaseWork.FindAsync(unit, one.Report))!, card), "Di mana?");
        });

        Assert.Equal(ResidentWord.TidakDapatDitindaklanjuti, view!.Word);
        Assert.Null(view.Resolution);
        Assert.Empty(view.Messages);
        Assert.False(taken);
        Assert.Equal(new Refusal.Stale(), Assert.IsType<Outcome<MessageRow>.Refused>(asked).Why);
        Assert.Equal(1, (await process.LeftAsync(one)).Messages);
    }

    [Theory]
    [InlineData("Retention:Channel", "29.00:00:00", "Retention:Channel must be at least 30 days: so long a resident may object.")]
    [InlineData("Retention:Content", "60.00:00:00", "Retention:Content must not be shorter than Retention:Channel: nobody can write to a report that is shredded.")]
    [InlineData("Retention:Content", "a year", "Retention:Content and Retention:Channel are written in days, such as 365.00:00:00.")]
    public async Task A_time_that_breaks_a_promise_stops_the_start(string name, string value, string sentence)
    {
        await using var here = await Installation.NewAsync();

        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => here.StartAsync(settings: (name, value)));

        Assert.Equal(sentence, refused.Message);
    }
}
