using Kentongan.Domain.Reports;

namespace Kentongan.Domain.Deadlines;

/// <summary>
/// How finely officers know when a report came: the minute where somebody may be in danger, else a part of the day, so that the time does not point
/// at whoever was at the phone (threat-model 4, row 13). Not only what is shown has to follow it, but also the order of lists and every clock that
/// an officer hears strike: a place between two known minutes, or a reminder a day later, tells as much as the minute.
/// </summary>
public static class CoarseTime
{
    /// <summary>Local hours at which a part of the day begins: dini hari, pagi, siang, sore, malam. The words change with them.</summary>
    private static readonly int[] Parts = [18, 15, 11, 5, 0];

    /// <summary>The beginning of the part of the day in which an instant lies. UTC.</summary>
    public static DateTimeOffset PartStart(this LocalTime local, DateTimeOffset at)
    {
        var hour = local.At(at).Hour;
        return local.On(local.DateOf(at), TimeSpan.FromHours(Parts.First(start => start <= hour)));
    }

    /// <summary>Whether officers may know the minute; the kabupaten may want that they always do (<c>Privacy:CoarseTimes</c>).</summary>
    public static bool TellsMinute(this LocalTime local, Priority priority) => priority <= Priority.P1 || !local.CoarseTimes;

    /// <summary>What officers may know of an arrival. UTC.</summary>
    public static DateTimeOffset KnownOf(this LocalTime local, Priority priority, DateTimeOffset at) => local.TellsMinute(priority) ? at : local.PartStart(at);
}
