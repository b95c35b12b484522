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
internal sealed class TelegramDelivery(ITelegramBotClient telegram, ChatTraces traces, ChatEraser eraser)
{
    private static readonly LinkPreviewOptions NoPreview = new() { IsDisabled = true };

    /// <param name="protect">Officers can neither forward nor save it (threat-model 4, row 11).</param>
    public async Task<Delivered> SendAsync(Reply reply, bool protect, bool silent, CancellationToken ct)
    {
        if (reply.Sweep is { } sweep)
        {
            return await SweepAsync(reply, sweep, ct);
        }

        var allKnown = true;
        if (reply.Erase)
        {
            if (reply.Edit is { } question)
            {
                traces.Add(reply.Chat, question, sent: false); // it has codes in it, and a restart since the tap has forgotten that it stands there
            }

            (var erased, allKnown) = await eraser.EraseAsync(reply.Chat, ct);
            if (erased is Delivered.Away or Delivered.Throttled)
            {
                return erased; // what is left to erase is not forgotten, and nobody is told that it is gone
            }

            (reply, silent) = (reply with { Edit = null, Html = allKnown ? reply.Html : reply.Forgotten ?? reply.Html }, true);
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

        return !allKnown && reply.Swept is { } swept && delivered is Delivered.Sent({ } farewell)
            ? new Delivered.Sent(farewell) { Next = new Reply(reply.Chat, farewell, swept, []) { Sweep = Sweep.From(farewell) } }
            : delivered;
    }

    /// <summary>Changes a message that stands, or nothing at all: whoever holds no seat any more is told nothing new.</summary>
    public Task<Delivered> EmptyAsync(Reply reply, CancellationToken ct) => TryAsync(() => telegram.EditMessageText(
        reply.Chat, reply.Edit!.Value, reply.Html!, parseMode: ParseMode.Html, linkPreviewOptions: NoPreview, cancellationToken: ct));

    /// <summary>Another process sent until now: what it said is not known here.</summary>
    public void TookOver() => traces.TookOver();

    /// <summary>The menu of one chat.</summary>
    public Task<Delivered> SetCommandsAsync(long chat, IReadOnlyList<BotCommand> commands, CancellationToken ct) => Attempt.AtAsync(async () =>
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

    /// <summary>Goes on where it left off. The farewell says last that it is done; where the resident has cleared the chat meanwhile, nothing is said anew.</summary>
    private async Task<Delivered> SweepAsync(Reply reply, Sweep sweep, CancellationToken ct)
    {
        var (done, left) = await eraser.SweepAsync(reply.Chat, sweep, ct);
        return (done, left) switch
        {
            (_, { } more) => new Delivered.Sent(null) { Next = reply with { Sweep = more } },
            (Delivered.Sent, null) => await EmptyAsync(reply, ct),
            _ => done,
        };
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

    private static Task<Delivered> TryAsync(Func<Task<Message>> call) => Attempt.AtAsync(async () => (await call()).Id);
}
