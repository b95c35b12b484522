using Kentongan.Domain.Reports;

namespace Kentongan.Domain.Deadlines;

/// <summary>
/// The timers of one priority (policy 3). A report keeps the copy that was in force when it was routed (policy 1.4).
/// All spans run on <see cref="Clock"/> unless said.
/// </summary>
/// <param name="Reminders">After the offer, to the seats that have not answered.</param>
/// <param name="Level1">Deputies and the other seats are told; also the time by which somebody should have accepted.</param>
/// <param name="Level2">The coordinator and the duty officer of the Polres are told, by name.</param>
/// <param name="Level3">The leadership of the kabupaten, and somebody is to telephone.</param>
/// <param name="Level4Every">Repeated to all until a person acts. Runs day and night.</param>
/// <param name="Progress">Accepted without progress for so long: released and offered again.</param>
/// <param name="Resolve">Target for a resolution. Calendar time.</param>
/// <param name="Verify">How long somebody else has to look at a proposed resolution.</param>
/// <param name="FirstAction">From the offer to a first note or <c>Di lokasi</c>. Zero on reports that were stored before there was such a timer.</param>
/// <param name="InField">Target for a resolution once somebody has gone there. Calendar time; zero where it is the same.</param>
/// <param name="Word">The resident has a word at least so often. Calendar time; zero as above.</param>
public sealed record Timers(
    ClockKind Clock,
    IReadOnlyList<TimeSpan> Reminders,
    TimeSpan Level1,
    TimeSpan Level2,
    TimeSpan Level3,
    TimeSpan Level4Every,
    TimeSpan Progress,
    TimeSpan Resolve,
    TimeSpan Verify,
    TimeSpan FirstAction = default,
    TimeSpan Word = default,
    TimeSpan InField = default)
{
    /// <summary>The table of policy 3, before a kabupaten changes it.</summary>
    public static Timers For(Priority priority) => priority switch
    {
        Priority.P0 => new(ClockKind.Always, [Minutes(2), Minutes(4)], Minutes(5), Minutes(10), Minutes(15), Minutes(10), Minutes(30), Hours(24), Hours(24), Minutes(10), Hours(2)),
        Priority.P1 => new(ClockKind.Always, [Minutes(7)], Minutes(15), Minutes(30), Minutes(60), Minutes(30), Hours(2), Hours(24), Hours(24), Minutes(60), Hours(12)),
        Priority.P2 => new(ClockKind.Daytime, [Minutes(60)], Hours(2), Hours(4), Hours(12), Hours(24), Hours(24), Hours(14 * 24), Hours(72), Hours(24), Hours(72)),
        _ => new(ClockKind.WorkingDays, [], Hours(24), Hours(48), Hours(5 * 24), Hours(7 * 24), Hours(72), Hours(14 * 24), Hours(10 * 24), Hours(5 * 24), Hours(7 * 24), Hours(60 * 24)),
    };

    /// <summary>Levels 1 and 2 come in half the time while an operation is in force (policy 3.1).</summary>
    public Timers InOperation() => this with { Level1 = Level1 / 2, Level2 = Level2 / 2, Reminders = [.. Reminders.Select(span => span / 2)] };

    private static TimeSpan Minutes(int count) => TimeSpan.FromMinutes(count);

    private static TimeSpan Hours(int count) => TimeSpan.FromHours(count);
}
