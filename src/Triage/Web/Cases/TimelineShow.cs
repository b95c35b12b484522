namespace Kentongan.Triage.Web.Cases;

/// <summary>Which lines of the timeline are shown. The names are parts of addresses: never change one.</summary>
public static class TimelineShow
{
    public const string Everything = "semua", Talk = "percakapan", Notes = "catatan", Deliveries = "kiriman";

    public static readonly IReadOnlyList<string> All = [Everything, Talk, Notes, Deliveries];

    public static string Read(string? given) => All.Contains(given) ? given! : Everything;

    public static bool Includes(string show, TimelineLine line) => show switch
    {
        Talk => line is TimelineLine.Said,
        Notes => line is TimelineLine.Happened { IsNote: true },
        Deliveries => line is TimelineLine.Told,
        _ => true,
    };
}
