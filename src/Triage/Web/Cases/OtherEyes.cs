using Kentongan.Domain.Programmes;
using Kentongan.Triage.Audit;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Store;
using Kentongan.Triage.Web.Viewing;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Web.Cases;

/// <param name="Card">Null where the seat has none: it sees nothing.</param>
public sealed record SeenBySeat(CardView? Card);

/// <summary>
/// A case as the reporter or another seat sees it, from the very queries that their own views are drawn from. Read-only, and audited.
/// </summary>
public sealed class OtherEyes(IDbContextFactory<TriageDb> contexts, Committer committer, AuditLog audit, FollowUp followUp, CardQueries cards, CaseQueries cases, TimeProvider time)
{
    /// <summary>The seats through whose eyes one may look: the tiga pilar.</summary>
    public static readonly IReadOnlyList<string> Seats = ["camat", "kapolsek", "danramil"];

    public static bool MayLookAsSeat(Viewer viewer) => viewer.IsCoordinator || viewer.IsAuditor;

    /// <returns>Null where the viewer may not read the case in full: the reporter sees more of it then.</returns>
    public async Task<ReporterView?> ReporterAsync(Viewer viewer, string number, CancellationToken ct)
    {
        if (await cases.FindAsync(viewer, number, ct) is not { Tier: AudienceTier.Full } view)
        {
            return null;
        }

        await NoteAsync(viewer, number, "pelapor", ct);
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await followUp.ViewAsync(db, view.Report, time.GetUtcNow());
    }

    /// <returns>Null where the viewer may not look so.</returns>
    public async Task<SeenBySeat?> SeatAsync(Viewer viewer, string number, string seat, CancellationToken ct)
    {
        if (!MayLookAsSeat(viewer) || await cases.FindAsync(viewer, number, ct) is not { } view)
        {
            return null;
        }

        await NoteAsync(viewer, number, seat, ct);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var card = await db.Cards.AsNoTracking()
            .Where(row => row.Report == view.Report.Id && row.Seat == seat && row.OfferedAt != null)
            .OrderBy(row => row.WithdrawnAt != null).ThenBy(row => row.CreatedAt)
            .Select(row => (long?)row.Id)
            .FirstOrDefaultAsync(ct);
        return new SeenBySeat(card is { } id ? await cards.ReadAsync(db, id, ct) : null);
    }

    private Task NoteAsync(Viewer viewer, string number, string who, CancellationToken ct) =>
        committer.CommitAsync(unit => audit.AppendAsync(unit, viewer.Officer, AuditedDeed.ViewedAs, $"{number} {who}"), ct);
}
