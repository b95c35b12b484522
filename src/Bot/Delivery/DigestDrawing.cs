using System.Globalization;
using Kentongan.Bot.Conversations.Officers;
using Kentongan.Bot.Conversations.Phrases;
using Kentongan.Domain;
using Kentongan.Domain.Places;
using Kentongan.Domain.Rosters;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Digests;
using Kentongan.Triage.Routing;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Bot.Delivery;

/// <summary>Draws a digest: the morning's as it was kept, or the figures of this moment where somebody asked.</summary>
internal sealed class DigestDrawing(DigestQueries queries, Jurisdiction jurisdiction, CardTokens tokens, CardManner manner, TimeProvider time)
{
    /// <summary>How a button names one of the decisions of a day.</summary>
    internal const int MostDecisions = 8;

    /// <param name="kept">Date and scope of a kept digest; null for the figures of now.</param>
    public async Task<IReadOnlyList<Drawn>> DrawAsync(TriageDb db, OfficerId officer, string? kept, CancellationToken ct)
    {
        if (kept is not null)
        {
            var (date, scope) = DigestKey.Parse(kept);
            var row = await db.Digests.AsNoTracking().SingleOrDefaultAsync(row => row.Officer == officer && row.Date == date && row.Scope == scope, ct);
            return row is null ? [] : [Draw(officer, DigestFigures.FromJson(row.Figures), morning: true)];
        }

        var scopes = (await db.RosterAsync(time.GetUtcNow())).Postings
            .Where(held => held.Officer == officer) // also what the unit covers, and seats stood in for
            .Select(held => new { held.Seat, held.Kecamatan });
        var drawn = new List<Drawn>();
        foreach (var kecamatan in scopes
            .Where(row => row.Seat == Seat.Koordinator || row.Kecamatan is not null)
            .Select(row => row.Seat == Seat.Koordinator ? null : row.Kecamatan)
            .Distinct())
        {
            drawn.Add(Draw(officer, await queries.ReadAsync(db, kecamatan, time.GetUtcNow(), ct), morning: false));
        }

        return drawn;
    }

    private Drawn Draw(OfficerId officer, DigestFigures figures, bool morning)
    {
        var whole = figures.Scope == jurisdiction.Kabupaten.Code.Value;
        var name = whole ? jurisdiction.Kabupaten.Name : jurisdiction.Regions.Find(new KecamatanCode(figures.Scope))?.Name ?? figures.Scope;
        var html = whole ? DigestWords.ForKabupaten(name, figures, Kind) : DigestWords.ForTriad(name, figures);
        var day = DateOnly.ParseExact(figures.Date, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber;
        return new Drawn(html, morning
            ? [
                .. whole ? figures.NeedsYou.Select((clock, index) => (IReadOnlyList<(string, string)>)
                    [($"{OfficerWords.Mark(clock.Priority)} Buka {clock.CaseNumber}", tokens.Seal(officer, new CardTap(0, CardAction.DigestOpen, (day * MostDecisions) + index)))])
                    : [],
                [(OfficerWords.Label(CardAction.DigestRead), tokens.Seal(officer, new CardTap(0, CardAction.DigestRead, day)))],
            ]
            : []);
    }

    private string Kind(string category) => manner.NoticeOnly ? OfficerWords.NoticeKind : jurisdiction.Programmes.Find(category)?.Label.Id ?? category;
}
