using Kentongan.Domain;
using Kentongan.Domain.Rosters;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Store;
using Kentongan.Triage.Web.Viewing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Digests;

/// <summary>What a filter of the reader's own lists this morning (policy 6).</summary>
/// <param name="Name">As the reader called it.</param>
/// <param name="Newest">Case numbers, the newest first.</param>
public sealed record ViewFigure(string Name, int Count, IReadOnlyList<string> Newest);

/// <summary>Counts the filters that a coordinator wants to hear of every morning, within what the coordinator may see.</summary>
public sealed class SavedViewFigures(Jurisdiction jurisdiction)
{
    private const int MostViews = 5, MostNumbers = 3;

    /// <returns>Null where the officer asked for none.</returns>
    public async Task<IReadOnlyList<ViewFigure>?> ReadAsync(TriageDb db, OfficerId officer, DateTimeOffset now, CancellationToken ct)
    {
        var kept = await db.SavedViews.AsNoTracking().Where(row => row.Officer == officer && row.EveryMorning).OrderBy(row => row.Name).Take(MostViews).ToListAsync(ct);
        if (kept.Count == 0)
        {
            return null;
        }

        var posts = await db.Postings.AsNoTracking()
            .Where(row => row.Officer == officer && row.From <= now && (row.To == null || row.To > now))
            .Select(row => new Post(new Seat(row.Seat), row.Kecamatan, row.IsDeputy))
            .ToListAsync(ct);
        var viewer = new Viewer(officer, "", posts) { Now = now };
        var figures = new List<ViewFigure>();
        foreach (var view in kept)
        {
            var listed = CaseFilter.Read(new QueryCollection(QueryHelpers.ParseQuery(view.Query))).Narrow(VisibleReports.For(db, viewer), db, viewer, jurisdiction, now);
            figures.Add(new ViewFigure(
                view.Name,
                await listed.CountAsync(ct),
                await listed.OrderByDescending(report => report.ReceivedAt).Take(MostNumbers).Select(report => report.CaseNumber).ToListAsync(ct)));
        }

        return figures;
    }
}
