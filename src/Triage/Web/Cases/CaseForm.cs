using System.Globalization;
using Kentongan.Domain;
using Kentongan.Domain.Casualties;
using Kentongan.Domain.Places;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Clusters;
using Microsoft.AspNetCore.Http;

namespace Kentongan.Triage.Web.Cases;

/// <summary>Reads the fields of a form of the case page; what does not fit is left out, and the use case says what is missing.</summary>
internal static class CaseForm
{
    public static CaseCommand Read(IFormCollection form, ReportAction action, int version) => new(
        action,
        version,
        Written(form["teks"]),
        Written(form["kecamatan"]) is { Length: <= 8 } code ? new KecamatanCode(code) : null,
        Written(form["kursi"]),
        Enum.TryParse<ReportOutcome>(form["hasil"], out var outcome) && Enum.IsDefined(outcome) ? outcome : null,
        Number(form["jam"]))
    {
        Body = Written(form["lembaga"]),
        Days = Number(form["hari"]),
        Count = Number(form["meninggal"]) is { } dead && Number(form["dirawat"]) is { } hospital && Number(form["luka"]) is { } injured
            ? new CasualtyCount(dead, hospital, injured)
            : null,
        Mark = Written(form["serupa"]) is { } number ? LikeReport.MarkOf(number.ToUpperInvariant()) : null,
        Called = Guid.TryParse(form["petugas"], out var called) ? new OfficerId(called) : null,
        Call = Enum.TryParse<CallResult>(form["telepon"], out var call) && Enum.IsDefined(call) ? call : null,
    };

    public static string? Written(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    private static int? Number(string? value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
