using Kentongan.Domain.Places;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Store;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Web.Viewing;

/// <summary>What board, list, map and figures are narrowed to. It lives in the address, so that it can be kept, sent and gone back to.</summary>
/// <param name="Family">First part of a category, such as <c>miras</c>.</param>
/// <param name="Queue">One of <see cref="Queues"/>.</param>
/// <param name="Text">A case number or a part of one.</param>
/// <param name="From">First local day of receiving.</param>
/// <param name="Until">Last local day of receiving.</param>
/// <param name="Seat">A seat that has accepted it.</param>
/// <param name="Reached">How far it has come.</param>
/// <param name="OnMap">Only what may be on the map of desa (domain.md 10).</param>
/// <param name="Measure">One of <see cref="Measures"/>: what a figure counts.</param>
public sealed record CaseFilter(
    KecamatanCode? Kecamatan = null,
    DesaCode? Desa = null,
    string? Family = null,
    Priority? Priority = null,
    ReportStatus? Status = null,
    string? Queue = null,
    string? Text = null,
    DateOnly? From = null,
    DateOnly? Until = null,
    string? Seat = null,
    string? Reached = null,
    bool OnMap = false,
    string? Measure = null)
{
    private const int CaseNumberLength = 7; // K7Q-4ZM

    /// <summary>Values of <see cref="Reached"/>; parts of addresses, never to be changed.</summary>
    public const string Accepted = "diterima", Acted = "ditindak", Closed = "ditutup";

    /// <summary>What does not fit is left out, so that an old or mistyped address still shows something.</summary>
    public static CaseFilter Read(IQueryCollection query) => new(
        One(query, "kec") is { Length: > 0 and <= 8 } kecamatan ? new KecamatanCode(kecamatan) : null,
        One(query, "desa") is { Length: > 0 and <= 13 } desa ? new DesaCode(desa) : null,
        One(query, "jenis") is { Length: > 0 and <= 20 } family && family.All(letter => char.IsAsciiLetterLower(letter) || letter is '_' or '-') ? family : null,
        Enum.TryParse<Priority>(One(query, "prioritas"), out var priority) && Enum.IsDefined(priority) ? priority : null,
        Enum.TryParse<ReportStatus>(One(query, "status"), out var status) && Enum.IsDefined(status) ? status : null,
        Queues.All.Contains(One(query, "antrean")) ? One(query, "antrean") : null,
        One(query, "q")?.Trim() is { Length: > 0 and <= CaseNumberLength } text && text.All(IsOfCaseNumber) ? text : null, // not a word of a story: it would be kept
        DateOnly.TryParseExact(One(query, "dari"), "yyyy-MM-dd", out var from) ? from : null,
        DateOnly.TryParseExact(One(query, "sampai"), "yyyy-MM-dd", out var until) ? until : null,
        One(query, "kursi") is { Length: > 0 and <= 40 } seat && seat.All(letter => char.IsAsciiLetterLower(letter) || letter is '-') ? seat : null,
        One(query, "tahap") is Accepted or Acted or Closed ? One(query, "tahap") : null,
        One(query, "peta") == "desa",
        Measures.IsKnown(One(query, "ukuran")) ? One(query, "ukuran") : null);

    private static bool IsOfCaseNumber(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '-';

    public bool IsEmpty => this == new CaseFilter();

    /// <summary>The address's query, with the question mark; empty where nothing is narrowed.</summary>
    public string ToQuery()
    {
        var query = new QueryBuilder();
        Add("kec", Kecamatan?.Value);
        Add("desa", Desa?.Value);
        Add("jenis", Family);
        Add("prioritas", Priority?.ToString());
        Add("status", Status?.ToString());
        Add("antrean", Queue);
        Add("q", Text);
        Add("dari", From?.ToString("yyyy-MM-dd"));
        Add("sampai", Until?.ToString("yyyy-MM-dd"));
        Add("kursi", Seat);
        Add("tahap", Reached);
        Add("peta", OnMap ? "desa" : null);
        Add("ukuran", Measure);
        return query.ToString();

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                query.Add(name, value);
            }
        }
    }

    public IQueryable<Report> Narrow(IQueryable<Report> reports, TriageDb db, Viewer viewer, Jurisdiction jurisdiction, DateTimeOffset now)
    {
        if (Kecamatan is { } kecamatan)
        {
            reports = reports.Where(report => report.Kecamatan == kecamatan);
        }

        if (Desa is { } desa)
        {
            reports = VisibleReports.InDesa(db, viewer, reports, desa);
        }

        if (Family is { } family)
        {
            var start = family + ".";
            reports = reports.Where(report => report.Category.StartsWith(start));
        }

        if (Priority is { } priority)
        {
            reports = reports.Where(report => report.Priority == priority);
        }

        if (Status is { } status)
        {
            reports = status == ReportStatus.Closed
                ? reports.Where(report => TriageDb.Likely(report.Status == ReportStatus.Closed))
                : reports.Where(report => report.Status == status);
        }

        if (Text is { } text)
        {
            var number = text.ToUpperInvariant();
            reports = reports.Where(report => report.CaseNumber.Contains(number));
        }

        if (From is { } from)
        {
            var start = jurisdiction.Local.On(from, TimeSpan.Zero);
            reports = reports.Where(report => report.ReceivedAt >= start);
        }

        if (Until is { } until)
        {
            var end = jurisdiction.Local.On(until.AddDays(1), TimeSpan.Zero);
            reports = reports.Where(report => report.ReceivedAt < end);
        }

        if (Seat is { } seat)
        {
            var since = From is { } first ? jurisdiction.Local.On(first, TimeSpan.Zero) : DateTimeOffset.MinValue; // nothing is accepted before it came
            reports = reports.Where(report => db.Facts
                .Where(fact => fact.Action == ReportAction.Accept && fact.At >= since && fact.Seat == seat)
                .Select(fact => fact.Report)
                .Contains(report.Id));
        }

        reports = Reached switch
        {
            Accepted => reports.Where(report => report.FirstAcceptedAt != null),
            Acted => reports.Where(report => report.FirstActionAt != null),
            Closed => reports.Where(report => report.ClosedAt != null),
            _ => reports,
        };
        if (OnMap)
        {
            var delicate = Delicate(jurisdiction);
            reports = VisibleReports.WithDesa(db, viewer, reports.Where(report => report.Accused == AccusedOffice.None && !delicate.Contains(report.Category)));
        }

        if (Measure is { } measure)
        {
            reports = Measures.Narrow(measure, reports, db, now);
        }

        return Queue is { } queue ? Queues.Narrow(queue, reports, db, now) : reports;
    }

    /// <summary>Never on the map of desa: help, reports about officials, and SARA (domain.md 10).</summary>
    private static string[] Delicate(Jurisdiction jurisdiction) =>
    [
        .. jurisdiction.Programmes.Categories.SelectMany(category => category.Subcategories)
            .Where(kind => kind.IsHelp || kind.ConcernsOfficialByNature || kind.Code.Split('.', '_').Contains("sara"))
            .Select(kind => kind.Code),
    ];

    private static string? One(IQueryCollection query, string name) => query[name] is [{ Length: > 0 } value, ..] ? value : null;
}
