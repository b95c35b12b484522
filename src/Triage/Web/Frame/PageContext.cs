using Kentongan.Domain.Deadlines;
using Kentongan.Domain.Places;
using Kentongan.Domain.Programmes;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Web.Viewing;
using Kentongan.Triage.Web.Phrases;

namespace Kentongan.Triage.Web.Frame;

/// <summary>What every page needs besides its own data: who reads, in which words, where, and when.</summary>
/// <param name="Viewer">Null at the door.</param>
/// <param name="Here">Path and query of this page, for going back to it.</param>
/// <param name="Notice">Something to say on top, after a form was sent.</param>
public sealed record PageContext(Viewer? Viewer, OfficeWords Phrases, Jurisdiction Jurisdiction, DateTimeOffset Now, string Here, PageNotice? Notice)
{
    /// <summary>Single letters do nothing: their owner switched them off.</summary>
    public bool KeysOff { get; init; }

    public LocalTime Local => Jurisdiction.Local;

    public string TimeOf(DateTimeOffset at) => Local.At(at).ToString("dd-MM-yyyy HH:mm");

    /// <summary>
    /// When something came from a resident: the minute for coordinator and auditor and where it is urgent, else a part of the day, so that
    /// the time does not point at who was at the phone (threat-model 4, row 13).
    /// </summary>
    public string ArrivalOf(Priority priority, DateTimeOffset at) => KnowsMinute(priority)
        ? TimeOf(at)
        : $"{Local.At(at):dd-MM-yyyy} {Phrases.PartOfDay(Local.At(at).Hour)}";

    /// <summary>As <see cref="ArrivalOf"/>, without the day.</summary>
    public string ClockOf(Priority priority, DateTimeOffset at) =>
        KnowsMinute(priority) ? Local.At(at).ToString("HH:mm") : Phrases.PartOfDay(Local.At(at).Hour);

    public string AgeOf(Priority priority, DateTimeOffset at) => KnowsMinute(priority) ? Phrases.Span(Now - at) : ArrivalOf(priority, at);

    private bool KnowsMinute(Priority priority) => Local.TellsMinute(priority) || Viewer is { KnowsMinutes: true };

    public string KindOf(string category) => Jurisdiction.Programmes.Find(category)?.Label is { } label ? In(label) : category;

    public string FamilyOf(string code) => Jurisdiction.Programmes.Categories.FirstOrDefault(category => category.Code == code)?.Label is { } label ? In(label) : code;

    public string BodyOf(string code) => Jurisdiction.Kabupaten.ReferralBodies.FirstOrDefault(body => body.Code == code)?.Name ?? code;

    public string In(Words words) => words.In(Phrases.LanguageCode == "en" ? Language.English : Language.Indonesian);

    public string PlaceOf(KecamatanCode? kecamatan, DesaCode? desa) => kecamatan is not { } code
        ? Phrases.PlaceUnknown
        : string.Join(", ", new[] { desa is { } one ? Jurisdiction.Regions.Find(one)?.Name : null, Jurisdiction.Regions.Find(code)?.Name ?? code.Value }.OfType<string>());
}

/// <param name="IsRefusal">Shown as an alert.</param>
public sealed record PageNotice(string Text, bool IsRefusal);
