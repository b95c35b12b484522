using System.Globalization;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Store;
using Kentongan.Triage.Web.SignIn;
using Kentongan.Triage.Web.Viewing;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace Kentongan.Triage.Web.Board;

/// <summary>
/// Tells an open board, by server-sent events, how much has happened since it was drawn, so that the page can fetch itself anew. It asks
/// the store, since the change may have come from another process.
/// </summary>
internal sealed class BoardChanges(IDbContextFactory<TriageDb> contexts, Sessions sessions, WebOptions options, TimeProvider time, IHostApplicationLifetime life)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(3);

    /// <summary>All of them: the index of facts begins with the action.</summary>
    private static readonly ReportAction[] Actions = Enum.GetValues<ReportAction>();

    public async Task StreamAsync(HttpContext http)
    {
        var since = time.GetUtcNow();
        http.Response.ContentType = "text/event-stream";
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, life.ApplicationStopping);
        try
        {
            await http.Response.WriteAsync("retry: 5000\n\n", ending.Token);
            await http.Response.Body.FlushAsync(ending.Token);
            var told = 0;
            using var timer = new PeriodicTimer(Every, time);
            while (await timer.WaitForNextTickAsync(ending.Token))
            {
                if (http.Request.Cookies[WebCookies.Session(options)] is not { } token || await sessions.FindAsync(token, ending.Token) is not { } session)
                {
                    return; // signed out meanwhile
                }

                await using var db = await contexts.CreateDbContextAsync(ending.Token);
                var count = await CountAsync(db, session.Viewer, since, ending.Token); // as of now: what was held back has come meanwhile
                await http.Response.WriteAsync(count == told ? ":\n\n" : $"data: {count.ToString(CultureInfo.InvariantCulture)}\n\n", ending.Token);
                await http.Response.Body.FlushAsync(ending.Token);
                told = count;
            }
        }
        catch (OperationCanceledException)
        {
            // the reader left, or the program stops
        }
    }

    /// <summary>
    /// How much has happened to what this viewer may see. A card that was held back for a random while counts with all that happened before it came:
    /// else boards opened one after the other would count differently, and tell the minute at which somebody reported (threat-model 4, row 13).
    /// </summary>
    internal static async Task<int> CountAsync(TriageDb db, Viewer viewer, DateTimeOffset since, CancellationToken ct)
    {
        var visible = VisibleReports.For(db, viewer);
        var happened = db.Facts.AsNoTracking().Where(fact => Actions.Contains(fact.Action) && fact.At > since && visible.Any(report => report.Id == fact.Report));
        if (viewer.IsCoordinator || viewer.IsAuditor)
        {
            return await happened.CountAsync(ct);
        }

        var come = db.Cards.Where(card => card.Officer == viewer.Officer && card.OfferedAt > since).Select(card => card.Report);
        return await happened.CountAsync(fact => !come.Contains(fact.Report), ct)
            + await db.Facts.AsNoTracking().CountAsync(fact => come.Contains(fact.Report) && visible.Any(report => report.Id == fact.Report), ct);
    }
}
