using System.Globalization;
using Kentongan.Domain.Deadlines;
using Kentongan.Domain.Reports;
using Microsoft.Extensions.Configuration;

namespace Kentongan.Triage.Configuration;

/// <summary>
/// The <c>Timers</c> section, such as <c>Timers:P1:Level1</c>: what a kabupaten changes of the table of policy 3. Reports that are under way keep
/// what was in force when they were routed (policy 1.4).
/// </summary>
public static class TimerOptions
{
    public const string Section = "Timers";

    private static readonly Dictionary<string, Func<Timers, TimeSpan, Timers>> Spans = new(StringComparer.OrdinalIgnoreCase)
    {
        [nameof(Timers.Level1)] = (timers, span) => timers with { Level1 = span },
        [nameof(Timers.Level2)] = (timers, span) => timers with { Level2 = span },
        [nameof(Timers.Level3)] = (timers, span) => timers with { Level3 = span },
        [nameof(Timers.Level4Every)] = (timers, span) => timers with { Level4Every = span },
        [nameof(Timers.Progress)] = (timers, span) => timers with { Progress = span },
        [nameof(Timers.Resolve)] = (timers, span) => timers with { Resolve = span },
        [nameof(Timers.InField)] = (timers, span) => timers with { InField = span },
        [nameof(Timers.Verify)] = (timers, span) => timers with { Verify = span },
        [nameof(Timers.FirstAction)] = (timers, span) => timers with { FirstAction = span },
        [nameof(Timers.Word)] = (timers, span) => timers with { Word = span },
    };

    /// <exception cref="StartRefusedException">A priority, a timer or a time that is none, or levels out of order; the message names it.</exception>
    public static TimerTable Read(IConfiguration configuration) =>
        new(Entries(configuration.GetSection(Section)).ToDictionary(PriorityOf, priority => Checked(priority, Changed(priority))));

    /// <summary>What begins with a line explains the next entry, as in the sample file.</summary>
    private static IEnumerable<IConfigurationSection> Entries(IConfigurationSection section) => section.GetChildren().Where(entry => !entry.Key.StartsWith('_'));

    private static Priority PriorityOf(IConfigurationSection section) =>
        Enum.GetValues<Priority>().Where(priority => string.Equals(priority.ToString(), section.Key, StringComparison.OrdinalIgnoreCase)).Select(priority => (Priority?)priority).SingleOrDefault()
            ?? throw new StartRefusedException($"{section.Path} is no priority: use P0, P1, P2 or P3.");

    private static Timers Changed(IConfigurationSection priority) => Entries(priority).Aggregate(Timers.For(PriorityOf(priority)), (timers, entry) =>
        string.Equals(entry.Key, nameof(Timers.Reminders), StringComparison.OrdinalIgnoreCase)
            ? timers with { Reminders = [.. (entry.Value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(text => SpanOf(entry, text))] }
            : Spans.TryGetValue(entry.Key, out var change)
                ? change(timers, SpanOf(entry, entry.Value))
                : throw new StartRefusedException($"{entry.Path} is no timer: use Reminders, {string.Join(", ", Spans.Keys)}."));

    private static TimeSpan SpanOf(IConfigurationSection entry, string? text) =>
        TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) && span > TimeSpan.Zero
            ? span
            : throw new StartRefusedException($"{entry.Path} is written in days, hours, minutes and seconds, such as 00:20:00 or 14.00:00:00.");

    private static Timers Checked(IConfigurationSection priority, Timers timers) =>
        timers.Level1 < timers.Level2 && timers.Level2 < timers.Level3 && timers.Reminders.All(reminder => reminder < timers.Level1)
            ? timers
            : throw new StartRefusedException($"{priority.Path}: reminders come before Level1, Level1 before Level2, Level2 before Level3.");
}
