using System.Globalization;
using System.Security.Cryptography;
using Kentongan.Bot.Conversations;
using Kentongan.Bot.Conversations.Help;
using Kentongan.Bot.Conversations.Officers;
using Kentongan.Bot.Telegram;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Contacts;
using Kentongan.Triage.Evidence;
using Kentongan.Triage.Officers;
using Kentongan.Triage.Digests;
using Kentongan.Triage.Outbox;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Store;
using Kentongan.Triage.Telemetry;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Bot.Delivery;

/// <summary>Draws a letter as things stand now, hands it to Telegram, and keeps what became of it.</summary>
internal sealed class Postman(
    TelegramDelivery telegram,
    CardQueries cards,
    CardDrawing drawing,
    CardMenus menus,
    DigestDrawing digests,
    DigestPictures pictures,
    NoticeDrawing notices,
    EvidenceStore evidence,
    HelpPost help,
    OfficerCommands commands,
    EffectRunner effects,
    Unreachable unreachable,
    IDbContextFactory<TriageDb> contexts,
    Committer committer,
    TimeProvider time)
{
    private const string KeepCard = "UPDATE cards SET message_id = @p1, shown = @p2 WHERE id = @p0";

    private static readonly Delivered.Sent Nothing = new(MessageId: null);

    /// <summary>Another process sent until now.</summary>
    public void TookOver() => telegram.TookOver();

    public async Task<Delivered> DeliverAsync(Letter letter, CancellationToken ct)
    {
        try
        {
            return letter.Row.Kind switch
            {
                OutboxKind.Reply or OutboxKind.Nudge => await telegram.SendAsync(letter.Reply!, protect: false, silent: false, ct),
                OutboxKind.Recall => await telegram.EmptyAsync(letter.Reply!, ct),
                OutboxKind.Card => await SendCardAsync(letter, ct),
                OutboxKind.Notice => await SendNoticeAsync(letter, ct),
                OutboxKind.HelpCard or OutboxKind.HelpNotice or OutboxKind.HelpNudge => await help.DeliverAsync(letter, ct),
                OutboxKind.Commands => await SetCommandsAsync(letter, ct),
                OutboxKind.Evidence => await SendEvidenceAsync(letter, ct),
                OutboxKind.DigestPicture => await SendPictureAsync(letter, ct),
                _ => await SendDigestAsync(letter, ct),
            };
        }
        catch (OperationCanceledException)
        {
            return new Delivered.Away();
        }
#pragma warning disable CA1031 // a letter that cannot be drawn is tried again a few times, then given up so that it blocks nobody
        catch (Exception)
#pragma warning restore CA1031
        {
            return letter.Attempts < 3 ? new Delivered.Away() : new Delivered.Rejected(0);
        }
    }

    /// <summary>What became of letters, in one unit.</summary>
    public Task NoteAsync(IReadOnlyList<(Letter Letter, Delivered Delivered)> letters, CancellationToken ct) => committer.CommitAsync(
        async unit =>
        {
            foreach (var (letter, delivered) in letters)
            {
                await NoteAsync(unit, letter, delivered);
            }
        },
        ct);

    /// <summary>The rows go; for an officer the outcome stays (policy 1.6).</summary>
    private async Task NoteAsync(Unit unit, Letter letter, Delivered delivered)
    {
        foreach (var row in letter.Rows)
        {
            await OutboxWriter.RemoveAsync(unit, row.Id);
        }

        if (delivered is Delivered.Sent { Next: { } next })
        {
            await effects.QueueAsync(unit, next, next.Sweep is { Begins: false } ? OutboxPriority.Low : OutboxPriority.Reply);
        }

        if (HelpPost.Carries(letter.Row.Kind))
        {
            await HelpPost.NoteAsync(unit, letter, delivered);
            return;
        }

        if (letter.Row is { Kind: OutboxKind.Nudge, Report: { } report } && delivered is Delivered.Blocked)
        {
            await ContactBook.EraseAsync(unit, report); // the chat is gone, and so is the reason to keep its address
        }

        if (letter.Card is var (message, shown))
        {
            await unit.Statement(KeepCard, letter.Row.Card, message, shown).ExecuteNonQueryAsync();
        }

        if (letter.Row is not { Officer: { } officer, Kind: not OutboxKind.Commands })
        {
            return; // a menu is no message that somebody could miss
        }

        var result = delivered switch
        {
            Delivered.Sent => letter.Delayed ? DeliveryResult.Delayed : DeliveryResult.Sent,
            Delivered.Blocked => DeliveryResult.Blocked,
            _ => DeliveryResult.Failed,
        };
        if (!letter.Accuses) // whoever reads metrics may sit in the office that is accused (policy 5.4)
        {
            unit.AfterCommit(() => Signals.Delivered(letter.Row.Kind, result));
        }

        unit.Db.Notifications.Add(new NotificationRow
        {
            Report = letter.Row.Report,
            Officer = officer,
            Kind = letter.Row.Kind.ToString(),
            Outcome = result.ToString().ToLowerInvariant(),
            At = unit.Now,
        });
        if (delivered is Delivered.Blocked)
        {
            await unreachable.LostAsync(unit, officer);
        }

        if (letter.Row.Kind == OutboxKind.Digest && letter.Row.Body is { } body && delivered is Delivered.Sent)
        {
            var (date, scope) = DigestKey.Parse(body);
            await unit.Db.Digests
                .Where(row => row.Officer == officer && row.Date == date && row.Scope == scope)
                .ExecuteUpdateAsync(row => row.SetProperty(digest => digest.SentAt, unit.Now));
        }
    }

    /// <summary>With a button to the reader's own card, if they hold one that is out: looked up as it leaves, so that none opens what was taken back.</summary>
    private async Task<Delivered> SendNoticeAsync(Letter letter, CancellationToken ct)
    {
        var (officer, own) = (letter.Row.Officer!.Value, (long?)null);
        if (letter.Row.Report is { } report)
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            (own, letter.Accuses) = await CardQueries.OwnCardAsync(db, report, officer, time.GetUtcNow());
        }

        return await telegram.SendAsync(notices.Draw(letter.Chat, officer, Notice.FromJson(letter.Row.Body!), letter.Row.Card, own), protect: true, letter.Row.Silent, ct);
    }

    private async Task<Delivered> SendCardAsync(Letter letter, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.Database.OpenConnectionAsync(ct); // once for all that a card is drawn from
        if (await cards.ReadAsync(db, letter.Row.Card!.Value, ct) is not { } view)
        {
            return Nothing;
        }

        letter.Accuses = view.Report.Accused != AccusedOffice.None;
        var now = time.GetUtcNow();
        var drawn = drawing.Draw(view, now);
        var reply = new Reply(letter.Chat, view.MessageId, drawn.Html, await menus.OpenAsync(db, view, now, ct) ?? [.. drawn.Buttons.Select(Row)]);
        var shown = SHA256.HashData((reply with { Edit = null, Html = drawn.Lasting }).ToJson());
        if (view.MessageId is not null && view.Shown is { } before && before.AsSpan().SequenceEqual(shown))
        {
            return Nothing;
        }

        var delivered = await telegram.SendAsync(reply, protect: true, letter.Silent, ct);
        letter.Card = delivered is Delivered.Sent(var message) ? (message ?? view.MessageId, shown) : null;
        return delivered;
    }

    private async Task<Delivered> SetCommandsAsync(Letter letter, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await commands.DeliverAsync(db, letter.Row.Officer, letter.Chat, ct);
    }

    private async Task<Delivered> SendEvidenceAsync(Letter letter, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var isProof = letter.Row.Body![0] == 'p'; // what an officer sent with a resolution
        var index = int.Parse(letter.Row.Body.AsSpan(isProof ? 1 : 0), CultureInfo.InvariantCulture);
        if (await cards.ReadAsync(db, letter.Row.Card!.Value, ct) is not { } view
            || (isProof ? view.Proof : view.Evidence) is not { } pieces
            || pieces.ElementAtOrDefault(index) is not { } piece
            || await evidence.ReadAsync(piece, ct) is not { } bytes)
        {
            return Nothing;
        }

        letter.Accuses = view.Report.Accused != AccusedOffice.None;
        return await telegram.SendFileAsync(letter.Chat, piece, bytes, $"{view.Report.CaseNumber} · {index + 1}/{pieces.Count}", ct);
    }

    private async Task<Delivered> SendDigestAsync(Letter letter, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        foreach (var drawn in await digests.DrawAsync(db, letter.Row.Officer!.Value, letter.Row.Body, ct))
        {
            var delivered = await telegram.SendAsync(
                new Reply(letter.Chat, null, drawn.Html, [.. drawn.Buttons.Select(Row)]), protect: true, silent: false, ct);
            if (delivered is not Delivered.Sent)
            {
                return delivered;
            }
        }

        return Nothing;
    }

    private async Task<Delivered> SendPictureAsync(Letter letter, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await pictures.DrawAsync(db, letter.Row.Officer!.Value, DigestPictureKey.Parse(letter.Row.Body!), ct) is { } picture
            ? await telegram.SendPictureAsync(letter.Chat, picture.Png, picture.Caption, ct)
            : Nothing;
    }

    private static IReadOnlyList<ReplyButton> Row(IReadOnlyList<(string Label, string Data)> row) =>
        [.. row.Select(button => new ReplyButton(button.Label, button.Data))];
}
