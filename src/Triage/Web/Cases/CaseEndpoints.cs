using System.Globalization;
using Kentongan.Domain;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Audit;
using Kentongan.Triage.Evidence;
using Kentongan.Triage.Store;
using Kentongan.Triage.Web.Board;
using Kentongan.Triage.Web.Frame;
using Kentongan.Triage.Web.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Kentongan.Triage.Web.Cases;

/// <summary>One case: its page, its evidence, its forms. Every view is audited.</summary>
internal sealed class CaseEndpoints(
    Pages pages, CaseQueries queries, CaseDesk desk, CaseWriters writers, OtherEyes eyes, BoardQueries board, ProofUpload proof, EvidenceStore evidence, Committer committer, AuditLog audit)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/kasus/{nomor}", ViewAsync);
        proof.Allow(routes.MapPost("/kasus/{nomor}", ActAsync));
        routes.MapPost("/kasus/{nomor}/tanya", AskAsync);
        routes.MapPost("/kasus/{nomor}/serupa", MarkAlikeAsync);
        routes.MapPost("/kasus/{nomor}/menulis", WriteAsync);
        routes.MapGet("/kasus/{nomor}/sebagai/pelapor", AsReporterAsync);
        routes.MapGet("/kasus/{nomor}/sebagai/{kursi}", AsSeatAsync);
        routes.MapGet("/kasus/{nomor}/bukti/{ke:int}", EvidenceAsync);
    }

    private async Task ViewAsync(HttpContext http)
    {
        var context = pages.ContextOf(http);
        if (await FindAsync(http, AuditedDeed.CaseViewed) is not { } view)
        {
            await pages.NothingAsync(http, "case");
            return;
        }

        var notice = http.Request.Query.ContainsKey("selesai") ? new PageNotice(context.Phrases.Done, IsRefusal: false)
            : http.Request.Query.ContainsKey(ProofUpload.TooLarge) ? new PageNotice(context.Phrases.FileRefused(CleaningRefusal.TooLarge), IsRefusal: true)
            : null;
        var shown = int.TryParse(http.Request.Query["bukti"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        await pages.ShowAsync<CasePage>(http, context with { Notice = notice }, ("View", view), ("ShownPiece", shown), ("Show", TimelineShow.Read(http.Request.Query["jejak"])));
    }

    /// <summary>Says that somebody writes; the answer is who else does.</summary>
    private async Task WriteAsync(HttpContext http)
    {
        if (await writers.AnnounceAsync(http.Viewer(), NumberOf(http), http.RequestAborted) is not { } others)
        {
            await pages.NothingAsync(http, "case");
            return;
        }

        http.Response.ContentType = "text/plain; charset=utf-8";
        await http.Response.WriteAsync(others.Count == 0 ? "" : pages.ContextOf(http).Phrases.Writing(string.Join(", ", others)), http.RequestAborted);
    }

    private async Task AsReporterAsync(HttpContext http)
    {
        if (await eyes.ReporterAsync(http.Viewer(), NumberOf(http), http.RequestAborted) is not { } view)
        {
            await pages.NothingAsync(http, "case");
            return;
        }

        await pages.ShowAsync<AsReporterPage>(http, pages.ContextOf(http), ("Number", NumberOf(http)), ("View", view));
    }

    private async Task AsSeatAsync(HttpContext http)
    {
        var seat = (string)http.Request.RouteValues["kursi"]!;
        if (!OtherEyes.Seats.Contains(seat) || await eyes.SeatAsync(http.Viewer(), NumberOf(http), seat, http.RequestAborted) is not { } seen)
        {
            await pages.NothingAsync(http, "case");
            return;
        }

        await pages.ShowAsync<AsSeatPage>(http, pages.ContextOf(http), ("Number", NumberOf(http)), ("Seat", seat), ("View", seen.Card));
    }

    private async Task ActAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (!Enum.TryParse<ReportAction>(form["tindakan"], out var action)
            || !int.TryParse(form["versi"], NumberStyles.None, CultureInfo.InvariantCulture, out var version))
        {
            await pages.NothingAsync(http, "case");
            return;
        }

        var command = CaseForm.Read(form, action, version);
        if (ProofUpload.In(form) is { Count: > 0 } files && await MayProveAsync(http, command))
        {
            var taken = await proof.TakeAsync(files, http.RequestAborted);
            if (taken.Why is { } refused)
            {
                await ShowAgainAsync(http, pages.ContextOf(http).Phrases.FileRefused(refused), StatusCodes.Status422UnprocessableEntity, command);
                return;
            }

            command = command with { Proof = taken.Kept };
        }

        var done = await desk.DoAsync(http.Viewer(), NumberOf(http), command, http.RequestAborted);
        await AnswerAsync(http, done is Outcome<ReportFact>.Refused(var why) ? why : null, command);
    }

    /// <summary>Files are cleaned for nobody who could not send them in anyway.</summary>
    private async Task<bool> MayProveAsync(HttpContext http, CaseCommand command) =>
        command is { Action: ReportAction.ProposeResolution, Outcome: not null, Text.Length: >= Report.MinimumResolution }
        && await queries.FindAsync(http.Viewer(), NumberOf(http), http.RequestAborted) is { } view
        && view.Report.Version == command.Version
        && CaseChoices.Possible(view).Contains(ReportAction.ProposeResolution);

    private async Task AskAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        await AnswerAsync(http, CaseForm.Written(form["teks"]) is { } text
            ? await desk.AskAsync(http.Viewer(), NumberOf(http), text, http.RequestAborted)
            : new Refusal.TooShort(1));
    }

    private async Task MarkAlikeAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        await AnswerAsync(http, await desk.MarkAlikeAsync(http.Viewer(), NumberOf(http), form["kasus"].ToString().Trim().ToUpperInvariant(), http.RequestAborted));
    }

    /// <summary>Post, redirect, get; a refusal shows the case as it stands now.</summary>
    private async Task AnswerAsync(HttpContext http, Refusal? why, CaseCommand? draft = null)
    {
        if (why is null)
        {
            var next = http.Request.Query.ContainsKey("lanjut") ? await board.NextAsync(http.Viewer(), NumberOf(http), http.RequestAborted) : NumberOf(http);
            http.Response.Redirect(next is null ? "/papan" : $"/kasus/{next}?selesai");
            return;
        }

        if (why is Refusal.NotFound)
        {
            await pages.NothingAsync(http, "case");
            return;
        }

        await ShowAgainAsync(http, pages.ContextOf(http).Phrases.RefusalOf(why), StatusCodes.Status409Conflict, draft);
    }

    /// <summary>The case as it stands now, with what was written still in its form: nobody likes to write twice.</summary>
    private async Task ShowAgainAsync(HttpContext http, string why, int status, CaseCommand? draft)
    {
        if (await queries.FindAsync(http.Viewer(), NumberOf(http), http.RequestAborted) is not { } view)
        {
            await pages.NothingAsync(http, "case");
            return;
        }

        http.Response.StatusCode = status;
        await pages.ShowAsync<CasePage>(http, pages.ContextOf(http, new PageNotice(why, IsRefusal: true)), ("View", view), ("Draft", draft));
    }

    private async Task EvidenceAsync(HttpContext http)
    {
        var index = int.Parse((string)http.Request.RouteValues["ke"]!, CultureInfo.InvariantCulture) - 1;
        if (await FindAsync(http, AuditedDeed.EvidenceViewed) is not { } view
            || view.Evidence.ElementAtOrDefault(index) is not { } piece
            || await evidence.ReadAsync(piece, http.RequestAborted) is not { } bytes)
        {
            await pages.NothingAsync(http, "case");
            return;
        }

        // Only what a browser shows as a picture, sound or film is shown in the page; everything else is a file to keep.
        var shown = piece.MediaType.StartsWith("image/", StringComparison.Ordinal) || piece.MediaType.StartsWith("video/", StringComparison.Ordinal)
            || piece.MediaType.StartsWith("audio/", StringComparison.Ordinal);
        http.Response.ContentType = shown ? piece.MediaType : "application/octet-stream";
        http.Response.Headers.ContentDisposition = $"{(shown ? "inline" : "attachment")}; filename=\"{NumberOf(http)}-{index + 1}.{piece.Extension.TrimStart('.')}\"";
        await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
    }

    private async Task<CaseView?> FindAsync(HttpContext http, AuditedDeed deed)
    {
        var number = NumberOf(http);
        var view = await queries.FindAsync(http.Viewer(), number, http.RequestAborted);
        if (view is not null)
        {
            await committer.CommitAsync(unit => audit.AppendAsync(unit, http.Viewer().Officer, deed, number), http.RequestAborted);
        }

        return view;
    }

    private static string NumberOf(HttpContext http) => ((string?)http.Request.RouteValues["nomor"] ?? "").ToUpperInvariant();
}
