using System.Globalization;
using Kentongan.Triage.Maps;
using Kentongan.Triage.Web.Figures;
using Kentongan.Triage.Web.Frame;
using Kentongan.Triage.Web.Phrases;

namespace Kentongan.Triage.Web.Months;

/// <summary>The monthly report as rows of a workbook: the same tables as on its page, one below the other.</summary>
internal static class MonthTables
{
    public static IEnumerable<IReadOnlyList<string>> Rows(PageContext page, MonthView view)
    {
        var words = page.Phrases;
        yield return [words.MonthlyReport, words.MonthOf(view.Month), view.Whole.Name, words.RestrictedEdition];
        foreach (var kind in Enum.GetValues<MonthPointKind>())
        {
            yield return [];
            yield return [words.PointText(kind), words.PointOwner(kind), words.PointDue, words.StatusLabel];
            foreach (var point in view.Points.Where(point => point.Kind == kind))
            {
                yield return [point.Text, point.Owner, point.Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", words.PointStateOf(point.State)];
            }
        }

        yield return [];
        yield return
        [
            words.Kecamatan, words.Received, words.MonthBefore, words.Per10000, words.Verified, words.Rejected, words.ClosedWord,
            .. view.Families.Select(page.FamilyOf), .. TimeHeads(words),
        ];
        foreach (var line in view.Lines.Append(view.Whole))
        {
            yield return
            [
                line.Name, Number(line.Received), Number(line.Before), Rate(line.Per10000), Number(line.Verified), Number(line.Rejected), Number(line.Closed),
                .. view.Families.Select(family => Number(line.Kinds.GetValueOrDefault(family))),
                .. line.Times is { } times ? Times(words, times) : [],
            ];
        }

        yield return [];
        yield return [words.Seat, words.Received, .. TimeHeads(words)];
        foreach (var seat in view.Seats)
        {
            yield return [OfficeWords.SeatOf(seat.Name), Number(seat.Received), .. Times(words, seat)];
        }

        foreach (var row in Details(page, view.Details))
        {
            yield return row;
        }

        yield return [];
        yield return [words.DesaRanksHead, words.DesaRanksNote(RiskScore.WindowDays, view.Desa.PerInhabitants), words.DesaTooFew(view.Desa.TooFew, RiskScore.VerifiedForDesa)];
        yield return [words.Rank, words.Desa, words.Kecamatan, words.Verified, words.RateOf(view.Desa.PerInhabitants), words.Interval, words.RankSpan, words.AgainstAll];
        foreach (var one in view.Desa.Ranks)
        {
            yield return
            [
                Number(one.Rate.Rank), one.Desa.Name, one.Kecamatan.Name, Number(one.Rate.Count), Rate(one.Rate.Rate), $"{Rate(one.Rate.Low)} – {Rate(one.Rate.High)}",
                $"{one.Rate.RankFrom} – {one.Rate.RankTo}", words.VerdictOf(one.Rate.Verdict),
            ];
        }
    }

    public static IEnumerable<IReadOnlyList<string>> Rows(PageContext page, PublicMonth view)
    {
        var words = page.Phrases;
        yield return [words.MonthlyReport, words.MonthOf(view.Month), page.Jurisdiction.Kabupaten.Name, words.PublicEdition];
        yield return [words.PublicNote(PublicCount.Fewest)];
        yield return [];
        foreach (var (label, count) in view.Figures(words))
        {
            yield return [label, count.ToString()];
        }

        yield return [];
        yield return [words.Kecamatan, words.Received, words.Per10000];
        foreach (var line in view.Kecamatan.Append(view.Whole))
        {
            yield return [line.Name, line.Received.ToString(), Rate(line.Per10000)];
        }

        yield return [];
        yield return [words.Kind, words.Received];
        foreach (var line in view.Kinds)
        {
            yield return [page.FamilyOf(line.Name), line.Received.ToString()];
        }
    }

    public static string Rate(double? rate) => rate is { } value ? value.ToString("0.0", CultureInfo.InvariantCulture) : "–";

    private static IEnumerable<IReadOnlyList<string>> Details(PageContext page, MonthDetails details)
    {
        var words = page.Phrases;
        yield return [];
        yield return [words.IncidentsHead];
        yield return [words.CaseNumber, words.Kind, words.Kecamatan, words.Dead, words.InHospital, words.Injured, words.ReviewWritten];
        foreach (var one in details.Incidents)
        {
            yield return [one.Number, page.KindOf(one.Category), page.PlaceOf(one.Kecamatan, null), Number(one.Dead), Number(one.InHospital), Number(one.Injured), words.YesNo(one.IsReviewed)];
        }

        yield return [];
        yield return [words.ReferralsHead];
        yield return [words.Body, words.Reports, words.WithReceipt, words.ReceiptLate];
        foreach (var line in details.Referrals)
        {
            yield return [line.Body, Number(line.Count), Number(line.WithReceipt), Number(line.Late)];
        }

        yield return [];
        yield return [words.CausesHead, Number(details.Escalations.Count)];
        foreach (var (cause, count) in details.Escalations.Causes)
        {
            yield return [words.CauseOf(cause), Number(count)];
        }

        yield return [];
        yield return [words.QualityHead];
        foreach (var (label, count, _) in words.QualityOf(details.Quality))
        {
            yield return [label, Number(count)];
        }
    }

    private static IEnumerable<string> TimeHeads(OfficeWords words) =>
        new[] { words.UntilAccept, words.UntilAction, words.UntilClose }.SelectMany(what => new[] { $"{what}: n", $"{what}: median", $"{what}: P90" });

    private static IEnumerable<string> Times(OfficeWords words, FigureLine line) => new[] { line.Accept, line.FirstAction, line.Close }.SelectMany(spread => Cells(words, spread));

    private static string[] Cells(OfficeWords words, Spread spread) =>
        spread.Count == 0 ? ["0", "", ""] : [Number(spread.Count), words.Span(spread.Median), words.Span(spread.P90)];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
