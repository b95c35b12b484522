using Kentongan.Bot.Conversations;
using Kentongan.Bot.Delivery;
using Kentongan.Domain.Reports;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace Kentongan.Bot.Telegram;

/// <summary>The only place that sends. Turns Telegram's answers into what the sender can act on.</summary>
internal sealed class TelegramDelivery(ITelegramBotClient telegram, ChatTraces traces)
{
    private const int MostAtOnce = 100;

    /// <summary>What stands where a message may no longer be deleted.</summary>
    private const string Overwritten = "🧹";

    private static readonly LinkPreviewOptions NoPreview = new() { IsDisabled = true };

    /// <param name="protect">Officers can neither forward nor save it (threat-model 4, row 11).</param>
    public async Task<Delivered> SendAsync(Reply reply, bool protect, bool silent, CancellationToken ct)
    {
        if (reply.Erase)
        {
            var standing = traces.Take(reply.Chat);
            if (await EraseAsync(reply.Chat, standing, ct) is (Delivered.Away or Delivered.Throttled) and var later)
            {
                return later; // what is left to erase is not forgotten, and nobody is told that it is gone
            }

            reply = standing.AreAll ? reply : reply with { Html = reply.Forgotten ?? reply.Html };
        }

        var delivered = reply switch
        {
            { Html: null, Edit: { } message } => await TryAsync(() => telegram.EditMessageReplyMarkup(
                reply.Chat, message, replyMarkup: Keyboard(reply), cancellationToken: ct)),
            { Html: { } html, Edit: { } message } => await TryAsync(() => telegram.EditMessageText(
                reply.Chat, message, html, parseMode: ParseMode.Html, replyMarkup: Keyboard(reply), linkPreviewOptions: NoPreview, cancellationToken: ct)),
            _ => await NewAsync(reply, protect, silent, ct),
        };

        // The message to change is gone or too old: said anew rather than not at all.
        if (delivered is Delivered.Rejected(400) && reply is { Edit: not null, Html: not null })
        {
            if (reply.Erase)
            {
                await DeleteAsync(reply.Chat, reply.Edit.Value, ct); // its codes must not stay above
            }

            delivered = await NewAsync(reply, protect, silent, ct);
        }

        if (!protect && delivered is Delivered.Sent({ } sent))
        {
            traces.Add(reply.Chat, sent);
        }

        if (reply.Leave && delivered is not (Delivered.Away or Delivered.Throttled))
        {
            await LeaveAsync(reply.Chat, ct);
        }

        return delivered;
    }

    /// <summary>Changes a message that stands, or nothing at all: whoever holds no seat any more is told nothing new.</summary>
    public Task<Delivered> EmptyAsync(Reply reply, CancellationToken ct) => TryAsync(() => telegram.EditMessageText(
        reply.Chat, reply.Edit!.Value, reply.Html!, parseMode: ParseMode.Html, linkPreviewOptions: NoPreview, cancellationToken: ct));

    /// <summary>Another process sent until now: what it said is not known here.</summary>
    public void TookOver() => traces.TookOver();

    /// <summary>The menu of one chat.</summary>
    public Task<Delivered> SetCommandsAsync(long chat, IReadOnlyList<BotCommand> commands, CancellationToken ct) => AttemptAsync(async () =>
    {
        await telegram.SetMyCommands(commands, scope: BotCommandScope.Chat(chat), cancellationToken: ct);
        return null;
    });

    /// <summary>Uploads clean bytes under a neutral name; never forwards, never copies.</summary>
    public Task<Delivered> SendFileAsync(long chat, EvidenceRef piece, byte[] bytes, string caption, CancellationToken ct) => TryAsync(async () =>
    {
        using var content = new MemoryStream(bytes, writable: false);
        var file = InputFile.FromStream(content, "bukti" + (piece.Extension.StartsWith('.') ? piece.Extension : "." + piece.Extension));
        return piece.Kind switch
        {
            "Photo" => await telegram.SendPhoto(chat, file, caption: caption, protectContent: true, cancellationToken: ct),
            "Video" => await telegram.SendVideo(chat, file, caption: caption, protectContent: true, cancellationToken: ct),
            "Voice" => await telegram.SendVoice(chat, file, caption: caption, protectContent: true, cancellationToken: ct),
            _ => await telegram.SendDocument(chat, file, caption: caption, protectContent: true, cancellationToken: ct),
        };
    });

    /// <summary>A picture that we drew. It can neither be forwarded nor saved, and makes no sound.</summary>
    public Task<Delivered> SendPictureAsync(long chat, byte[] png, string caption, CancellationToken ct) => TryAsync(async () =>
    {
        using var content = new MemoryStream(png, writable: false);
        return await telegram.SendPhoto(chat, InputFile.FromStream(content, "rekap.png"), caption: caption, disableNotification: true, protectContent: true, cancellationToken: ct);
    });

    private Task<Delivered> NewAsync(Reply reply, bool protect, bool silent, CancellationToken ct) => TryAsync(() => telegram.SendMessage(
        reply.Chat,
        reply.Html ?? "…",
        parseMode: ParseMode.Html,
        replyMarkup: Keyboard(reply),
        linkPreviewOptions: NoPreview,
        disableNotification: silent,
        protectContent: protect,
        cancellationToken: ct));

    /// <summary>Deletes what we know to stand in the chat; what Telegram no longer lets us delete is overwritten with a mark that says nothing.</summary>
    /// <returns><see cref="Delivered.Away"/> or <see cref="Delivered.Throttled"/> where it has to go on later.</returns>
    private async Task<Delivered> EraseAsync(long chat, ChatTraces.Standing standing, CancellationToken ct)
    {
        var (young, old) = (new Queue<int[]>(standing.Young.Chunk(MostAtOnce)), new Queue<int>(standing.Old));
        while (young.TryPeek(out var some))
        {
            var done = await AttemptAsync(() => NothingOf(telegram.DeleteMessages(chat, some, ct)));
            if (done is Delivered.Away or Delivered.Throttled)
            {
                return Later(done);
            }

            if (done is Delivered.Rejected)
            {
                Array.ForEach(some, old.Enqueue); // one of them spoils it for all: one by one
            }

            young.Dequeue();
        }

        while (old.TryPeek(out var one))
        {
            var done = await DeleteAsync(chat, one, ct);
            if (done is Delivered.Rejected)
            {
                done = await TryAsync(() => telegram.EditMessageText(chat, one, Overwritten, cancellationToken: ct));
            }

            if (done is Delivered.Away or Delivered.Throttled)
            {
                return Later(done);
            }

            old.Dequeue();
        }

        return new Delivered.Sent(null);

        Delivered Later(Delivered done)
        {
            traces.PutBack(chat, standing with { Young = [.. young.SelectMany(some => some)], Old = [.. old] });
            return done;
        }
    }

    private Task<Delivered> DeleteAsync(long chat, int message, CancellationToken ct) => AttemptAsync(() => NothingOf(telegram.DeleteMessage(chat, message, ct)));

    private static async Task<int?> NothingOf(Task call)
    {
        await call;
        return null;
    }

    private async Task LeaveAsync(long group, CancellationToken ct)
    {
        try
        {
            await telegram.LeaveChat(group, cancellationToken: ct);
        }
        catch (RequestException)
        {
            // the next message from there makes us leave again
        }
    }

    private static InlineKeyboardMarkup? Keyboard(Reply reply) => reply.Buttons.Count == 0
        ? null
        : new InlineKeyboardMarkup(reply.Buttons.Select(row => row.Select(button => InlineKeyboardButton.WithCallbackData(button.Label, button.Data))));

    private static Task<Delivered> TryAsync(Func<Task<Message>> call) => AttemptAsync(async () => (await call()).Id);

    /// <param name="call">Returns the message that stands now; null for none.</param>
    private static async Task<Delivered> AttemptAsync(Func<Task<int?>> call)
    {
        try
        {
            return new Delivered.Sent(await call());
        }
        catch (ApiRequestException refused)
        {
            return refused switch
            {
                { ErrorCode: 429 } => new Delivered.Throttled(TimeSpan.FromSeconds(refused.Parameters?.RetryAfter ?? 1)),
                { ErrorCode: 403 } => new Delivered.Blocked(),
                { ErrorCode: 400 } when refused.Message.Contains("not modified", StringComparison.OrdinalIgnoreCase) => new Delivered.Sent(null),
                { ErrorCode: 400 } when refused.Message.Contains("chat not found", StringComparison.OrdinalIgnoreCase) => new Delivered.Blocked(),
                { ErrorCode: 401 or 404 or >= 500 } => new Delivered.Away(),
                _ => new Delivered.Rejected(refused.ErrorCode),
            };
        }
        catch (RequestException)
        {
            return new Delivered.Away();
        }
    }
}
