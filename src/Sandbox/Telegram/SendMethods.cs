namespace Kentongan.Sandbox.Telegram;

/// <summary>The methods that put one message into a chat.</summary>
internal sealed class SendMethods(TelegramWorld world)
{
    private static readonly HashSet<string> Actions =
    [
        "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document",
        "choose_sticker", "find_location", "record_video_note", "upload_video_note",
    ];

    public Answer Text(BotCall call)
    {
        if (Outgoing.Named(world, call, out _) is { } unknown)
        {
            return unknown;
        }

        return Outgoing.Text(call, out var text) is { } refusal ? refusal : Send(call, message => message with { Text = text });
    }

    public Answer Photo(BotCall call)
    {
        if (FileArguments.Find(world, call, "photo", call.Text("photo"), out var attachment) is { } wrong)
        {
            return wrong;
        }

        return WithCaption(call, attachment);
    }

    public Answer Media(BotCall call, string kind)
    {
        if (FileArguments.Find(world, call, kind, call.Text(kind), out var attachment) is { } wrong)
        {
            return wrong;
        }

        return WithCaption(call, attachment);
    }

    public Answer Location(BotCall call)
    {
        if (call.Fraction("latitude") is not { } latitude)
        {
            return Refusal.Bad("latitude is empty");
        }

        if (call.Fraction("longitude") is not { } longitude)
        {
            return Refusal.Bad("longitude is empty");
        }

        if (Math.Abs(latitude) > 90 || Math.Abs(longitude) > 180)
        {
            return Refusal.Bad("wrong location specified");
        }

        var pin = new Attachment.Location(latitude, longitude, call.Fraction("horizontal_accuracy"));
        return Send(call, message => message with { Attachment = pin });
    }

    public Answer ChatAction(BotCall call)
    {
        if (Outgoing.To(world, call, out var chat, messages: 0) is { } refusal)
        {
            return refusal;
        }

        if (call.Text("action") is not { } action || !Actions.Contains(action))
        {
            return Refusal.WrongAction;
        }

        world.Changes.Publish(new Change.Typing(chat, action));
        return Answer.True;
    }

    private Answer WithCaption(BotCall call, Attachment attachment) =>
        Outgoing.Caption(call.Text("caption"), call.Text("parse_mode"), call.Json("caption_entities"), out var caption) is { } refusal
            ? refusal
            : Send(call, message => message with { Attachment = attachment, Caption = caption });

    private Answer Send(BotCall call, Func<Message, Message> fill)
    {
        if (Outgoing.To(world, call, out var chat) is { } refusal)
        {
            return refusal;
        }

        if (Outgoing.Frame(call, chat, out var frame) is { } wrong)
        {
            return wrong;
        }

        var message = world.Say(chat, id => fill(frame(id, world.Clock.GetUtcNow())));
        return Answer.Of(json => MessageJson.Write(json, message, world));
    }
}
