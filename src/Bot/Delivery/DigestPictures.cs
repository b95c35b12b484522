using System.Globalization;
using Kentongan.Bot.Conversations.Phrases;
using Kentongan.Domain;
using Kentongan.Domain.Places;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Digests;
using Kentongan.Triage.Maps;
using Kentongan.Triage.Pictures;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Bot.Delivery;

/// <param name="Caption">Plain words that say what the picture shows.</param>
internal sealed record DrawnPicture(byte[] Png, string Caption);

/// <summary>Draws the pictures of a digest from the figures that were kept of it and from nothing else (policy 6).</summary>
internal sealed class DigestPictures(PictureMaker maker, RegionShapes shapes, Jurisdiction jurisdiction)
{
    /// <param name="key">Which picture of which digest.</param>
    /// <returns>Null where the digest is gone, has no such picture, or this machine cannot make any.</returns>
    public async Task<DrawnPicture?> DrawAsync(TriageDb db, OfficerId officer, DigestPictureKey key, CancellationToken ct)
    {
        var (date, scope) = key.Digest;
        if (await db.Digests.AsNoTracking().Where(row => row.Officer == officer && row.Date == date && row.Scope == scope).Select(row => row.Figures).SingleOrDefaultAsync(ct) is not { } json)
        {
            return null;
        }

        return await DrawAsync(DigestFigures.FromJson(json), key.Picture, ct);
    }

    internal async Task<DrawnPicture?> DrawAsync(DigestFigures figures, string picture, CancellationToken ct) => picture == DigestPictureKey.Map
        ? figures.Risk is { } risk ? await MapAsync(figures.Date, risk, ct) : null
        : await BarsAsync(figures, ct);

    internal static IReadOnlyList<DrawnBar> BarsOf(DigestFigures figures) =>
    [
        .. new (string Label, Counted Counted)[]
        {
            ("Masuk", figures.Received), ("Diterima tepat waktu", figures.AcceptedOnTime), ("Ditutup", figures.Closed), ("Dibuka lagi", figures.Reopened),
            ("Masih terbuka", figures.Left ?? new Counted(figures.LeftOpen, null, 0, 0)),
        }.Select(one => IsHidden(one.Counted.Now, figures)
            ? new DrawnBar(one.Label, 0, "<3", one.Counted.Median)
            : new DrawnBar(one.Label, one.Counted.Now, one.Counted.Now.ToString(CultureInfo.InvariantCulture), one.Counted.Median)),
    ];

    /// <summary>As in the words: where more than one person reads along, one or two are fewer than three; their bar has no length.</summary>
    private static bool IsHidden(int count, DigestFigures figures) => count is > 0 and < 3 && figures.Readers > 1;

    private async Task<DrawnPicture?> MapAsync(string date, IReadOnlyList<AreaRisk> risks, CancellationToken ct)
    {
        var areas = from risk in risks
                    let code = new KecamatanCode(risk.Kecamatan)
                    where shapes.All.Kecamatan.ContainsKey(code)
                    let label = risk.Band is { } band ? $"{NameOf(risk.Kecamatan)} · {(int)band + 1}" : NameOf(risk.Kecamatan)
                    select new DrawnArea(shapes.All.Kecamatan[code], label, label, risk.Band, null);
        var title = PictureWords.Title(PictureWords.Map, jurisdiction.Kabupaten.Name, date);
        var svg = PictureSheet.Draw(title, RegionDrawing.Draw([.. areas], title), PictureWords.Bands, PictureWords.MapNotes(shapes.All.Approximate));
        return await maker.PngAsync(svg, ct) is { } png ? new DrawnPicture(png, PictureWords.UnderMap(title, risks, NameOf)) : null;
    }

    private async Task<DrawnPicture?> BarsAsync(DigestFigures figures, CancellationToken ct)
    {
        var bars = BarsOf(figures);
        var title = PictureWords.Title(PictureWords.Bars, jurisdiction.Kabupaten.Name, figures.Date);
        return await maker.PngAsync(PictureSheet.Draw(title, BarDrawing.Draw(bars, title), [], PictureWords.BarNotes), ct) is { } png
            ? new DrawnPicture(png, PictureWords.UnderBars(title, bars))
            : null;
    }

    private string NameOf(string kecamatan) => jurisdiction.Regions.Find(new KecamatanCode(kecamatan))?.Name ?? kecamatan;
}
