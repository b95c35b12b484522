using System.Text.Json;
namespace Kentongan.Sandbox.Telegram;

/// <summary>The methods that change or remove what was sent, and the answers to taps.</summary>
internal sealed class EditMethods(TelegramWorld world)
{
    private const int MaxAnswer = 200;
    private static readonly TimeSpan Deletable = TimeSpan.FromHours(48);

    public Answer Text(BotCall call)
    {
        if (Outgoing.Named(world, call, out _) is { } unknown)
        {
            return unknown;
        }

        if (Outgoing.Text(call, out var text) is { } wrong)
        {
            return wrong;
        }

        return Edit(call, message => message.Text is null ? Refusal.NoTextToEdit : null, message => message with { Text = text });
    }

    public Answer Caption(BotCall call)
    {
        if (Outgoing.Caption(call.Text("caption"), call.Text("parse_mode"), call.Json("caption_entities"), out var caption) is { } wrong)
        {
            return wrong;
        }

        return Edit(
            call,
            message => message.Attachment is Attachment.Photo or Attachment.Media ? null : Refusal.NoCaptionToEdit,
            message => message with { Caption = caption });
    }

    public Answer Keyboard(BotCall call) => Edit(call, _ => null, message => message);

    public Answer Delete(BotCall call)
    {
        if (Outgoing.To(world, call, out var chat, messages: 0) is { } refusal)
        {
            return refusal;
        }

        if (chat.Find(call.Whole("message_id", 0)) is not { } message)
        {
            return Refusal.DeleteNotFound;
        }

        if (world.Clock.GetUtcNow() - message.Date > Deletable || (chat.IsGroup && message.From is not null))
        {
            return Refusal.DeleteTooOld;
        }

        return world.Amend(message, current => current with { Deleted = true }) is null ? Refusal.DeleteNotFound : Answer.True;
    }

    /// <summary>Up to a hundred at once; those that cannot be found, or are too old, are passed over.</summary>
    public Answer DeleteMany(BotCall call)
    {
        if (Outgoing.To(world, call, out var chat, messages: 0) is { } refusal)
        {
            return refusal;
        }

        if (call.Json("message_ids") is not { ValueKind: JsonValueKind.Array } ids || ids.GetArrayLength() is 0 or > 100)
        {
            return Refusal.DeleteNotFound;
        }

        foreach (var id in ids.EnumerateArray())
        {
            if (id.TryGetInt32(out var number) && chat.Find(number) is { } message
                && world.Clock.GetUtcNow() - message.Date <= Deletable && !(chat.IsGroup && message.From is not null))
            {
                world.Amend(message, current => current with { Deleted = true });
            }
        }

        return Answer.True;
    }

    public Answer AnswerCallback(BotCall call)
    {
        var text = call.Text("text");
        if (text is { Length: > MaxAnswer })
        {
            return Refusal.AnswerTooLong;
        }

        var answer = new CallbackAnswer(string.IsNullOrEmpty(text) ? null : text, call.Flag("show_alert"), call.Text("url"));
        if (world.Callbacks.Answer(call.Text("callback_query_id") ?? "", answer) is not { } query)
        {
            return Refusal.QueryTooOld;
        }

        world.Changes.Publish(new Change.Answered(query));
        return Answer.True;
    }

    private Answer Edit(BotCall call, Func<Message, Refusal?> mayChange, Func<Message, Message> change)
    {
        if (Outgoing.To(world, call, out var chat) is { } refusal)
        {
            return refusal;
        }

        if (string.IsNullOrEmpty(call.Text("message_id")))
        {
            return Refusal.NoMessageId;
        }

        if (Markup.Read(call.Text("reply_markup"), out var markup) is { } wrong)
        {
            return wrong;
        }

        var keyboard = markup as Markup.Inline;
        Refusal? why = Refusal.EditNotFound;
        var edited = chat.Find(call.Whole("message_id", 0)) is { } message ? world.Amend(message, Change) : null;
        return edited is null ? why! : Answer.Of(json => MessageJson.Write(json, edited, world));

        Message? Change(Message current)
        {
            why = current.From is not null || current.Markup is Markup.Keys or Markup.ForceReply ? Refusal.CannotEdit : mayChange(current);
            if (why is not null)
            {
                return null;
            }

            var next = change(current) with { Markup = keyboard };
            if (SaysTheSame(current, next))
            {
                why = Refusal.NotModified;
                return null;
            }

            var before = Same(current.Words, next.Words) ? current.Before : [.. current.Before, current.Words ?? FormattedText.Empty];
            return next with { EditDate = world.Clock.GetUtcNow(), Before = before };
        }
    }

    private static bool SaysTheSame(Message one, Message other) =>
        Same(one.Words, other.Words)
        && (other.Markup is Markup.Inline keyboard ? keyboard.SameAs(one.Markup as Markup.Inline) : one.Markup is not Markup.Inline);

    private static bool Same(FormattedText? one, FormattedText? other) => one?.SaysTheSameAs(other) ?? other is null;
}
