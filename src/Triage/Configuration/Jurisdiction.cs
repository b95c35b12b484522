using Kentongan.Domain.Deadlines;
using Kentongan.Domain.Help;
using Kentongan.Domain.Places;
using Kentongan.Domain.Programmes;

namespace Kentongan.Triage.Configuration;

/// <summary>What does not change while the program runs: the kabupaten, its places, its programmes and its local time.</summary>
/// <param name="Calendar">The dates on which operations hang (policy 3.1); without one none is in force by itself.</param>
public sealed record Jurisdiction(
    Kabupaten Kabupaten, RegionIndex Regions, ProgrammeCatalogue Programmes, LocalTime Local, OperationCalendar? Calendar = null)
{
    public OperationCalendar Calendar { get; init; } = Calendar ?? new OperationCalendar(new TimeOnly(18, 0), [], []);

    /// <summary>The timers of policy 3 as this kabupaten has them.</summary>
    public TimerTable Timers { get; init; } = TimerTable.OfPolicy;

    /// <summary>Where people who need help can be sent (domain.md 8).</summary>
    public HelpDirectory Help { get; init; } = HelpDirectory.Empty;
}
