using Kentongan.Bot.Delivery;
using Kentongan.Domain;
using Kentongan.Domain.Reports;
using Kentongan.Simulation.Promises;
using Kentongan.Simulation.World;
using Kentongan.Triage.Outbox;
using Kentongan.Triage.Reports;

namespace Kentongan.Simulation.People;

/// <summary>They answer, forget, come late, do half of it and leave the rest: whatever reaches them may make them act, each in their manner.</summary>
internal sealed class Officers(Machine machine, VirtualClock clock, Agenda agenda, Ledger ledger, Crew crew, Random random, Func<Func<Task>, Func<Task>> turn)
{
    private readonly HashSet<long> _seen = [];
    private readonly HashSet<(OfficerId, ReportId)> _meaning = [];
    private readonly Taps _taps = new(machine);

    public long Acted { get; private set; }

    /// <summary>Away from their phones: on leave, or the bot is blocked.</summary>
    public HashSet<OfficerId> Away { get; } = [];

    /// <summary>What has just arrived: a new card and a sentence are noticed, a card that changes is not.</summary>
    public void Heard(IReadOnlyList<(Letter Letter, Delivered Delivered)> letters)
    {
        foreach (var (letter, delivered) in letters)
        {
            if (delivered is Delivered.Sent && letter.Row is { Officer: { } officer, Report: { } report } row
                && (row.Kind == OutboxKind.Notice || (row.Kind == OutboxKind.Card && _seen.Add(row.Card!.Value)))
                && crew.Find(officer) is { } who && random.Of(who.Manner.Answers))
            {
                MeanTo(who, report, AtLeisure(who, row.Priority));
            }
        }
    }

    private void MeanTo(Officer who, ReportId report, TimeSpan after)
    {
        if (_meaning.Add((who.Id, report)))
        {
            agenda.At(clock.Now + after, () =>
            {
                _meaning.Remove((who.Id, report));
                return crew.Find(who.Id) is null || Away.Contains(who.Id) || !ledger.Calls(who.Id, report, clock.Now) ? Task.CompletedTask : turn(() => ActAsync(who, report, random.Next()))();
            });
        }
    }

    private TimeSpan AtLeisure(Officer who, int priority)
    {
        var urgent = priority <= OutboxPriority.High;
        var after = random.Around(urgent ? who.Manner.After / 2 : who.Manner.After);
        var local = machine.Jurisdiction.Local;
        return !urgent && local.IsQuiet(clock.Now + after) ? local.QuietEnds(clock.Now + after) + random.Around(TimeSpan.FromMinutes(50)) - clock.Now : after;
    }

    private async Task ActAsync(Officer who, ReportId report, int dice)
    {
        Acted++;
        var done = await machine.CommitAsync(async unit =>
        {
            if (ledger.CardOf(who.Id, report) is not { } card
                || await OfficerCase.FindAsync(unit, card, who.Id) is not { } by)
            {
                return null;
            }

            await _taps.ActAsync(unit, by, new Random(dice));
            return new Done(by.Report.IsOpen && by.Report.Lead == who.Id, by.Report.Status, by.Report.Priority);
        });
        if (done is { Leads: true } && random.Of(who.Manner.Finishes))
        {
            var urgent = done.Priority <= Priority.P1;
            var usual = done.Status switch
            {
                ReportStatus.Accepted => urgent ? TimeSpan.FromMinutes(12) : TimeSpan.FromHours(3),
                ReportStatus.Referred or ReportStatus.Waiting => TimeSpan.FromHours(20),
                _ => urgent ? TimeSpan.FromHours(2) : TimeSpan.FromHours(14),
            };
            MeanTo(who, report, random.Around(usual));
        }
    }

    private sealed record Done(bool Leads, ReportStatus Status, Priority Priority);
}
