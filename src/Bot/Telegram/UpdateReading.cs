using Kentongan.Bot.Conversations;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Kentongan.Bot.Telegram;

/// <summary>
/// Takes from an update what a conversation may know, and leaves the rest behind. Never throws: what lacks something that Telegram
/// promises to send is an update like one that we did not ask for, and must not stop those behind it.
/// </summary>
internal static class UpdateReading
{
    /// <summary>The kinds of update that we ask Telegram for.</summary>
    public static readonly UpdateType[] Wanted =
        [UpdateType.Message, UpdateType.EditedMessage, UpdateType.CallbackQuery, UpdateType.MyChatMember];

    public static Incoming Read(Update update) => update switch
    {
        { CallbackQuery: { From: { } from } tap } => new Incoming
        {
            UpdateId = update.Id,
            Chat = from.Id,
            Callback = tap.Id,
            Message = tap.Message?.Id,
            Seen = tap.Message?.Id,
            Body = tap.Data is { } data ? new IncomingBody.Tapped(data) : new IncomingBody.SomethingElse(),
        },
        { Message: { Chat: { Type: not ChatType.Private } chat } } => From(update.Id, chat.Id, new IncomingBody.Group()),
        { Message: { Chat: { } chat } message } => new Incoming { UpdateId = update.Id, Chat = chat.Id, Seen = message.Id, Body = Body(message) },
        { EditedMessage.Location: not null } => From(update.Id, 0, new IncomingBody.Nothing()), // a live location moves on by itself
        { EditedMessage: { Chat.Type: ChatType.Private } edited } => From(update.Id, edited.Chat.Id, new IncomingBody.Edited()),
        { MyChatMember: { Chat: { Type: ChatType.Private } chat, NewChatMember: { } now } } => From(
            update.Id,
            chat.Id,
            new IncomingBody.Membership(now.Status is ChatMemberStatus.Kicked or ChatMemberStatus.Left)),
        { MyChatMember: { Chat: { } chat, NewChatMember.Status: ChatMemberStatus.Member or ChatMemberStatus.Administrator or ChatMemberStatus.Restricted } } =>
            From(update.Id, chat.Id, new IncomingBody.Group()),
        _ => From(update.Id, 0, new IncomingBody.Nothing()),
    };

    private static Incoming From(int update, long chat, IncomingBody body) => new() { UpdateId = update, Chat = chat, Body = body };

    private static IncomingBody Body(Message message) => message switch
    {
        { Text: { } text } => new IncomingBody.Text(text),
        { Photo: { Length: > 0 } sizes } => File(message, sizes.MaxBy(size => (size.FileSize ?? 0, size.Width))!),
        { Voice: { } voice } => File(message, voice, isVoice: true),
        { VideoNote: { } note } => File(message, note, isVoice: true),
        { Audio: { } audio } => File(message, audio, isVoice: true),
        { Video: { } video } => File(message, video),
        { Document: { } document } => File(message, document),
        { Venue.Location: { } venue } => new IncomingBody.Pin(venue.Latitude, venue.Longitude),
        { Location: { } pin } => new IncomingBody.Pin(pin.Latitude, pin.Longitude),
        { Contact: not null } => new IncomingBody.Contact(),
        _ => new IncomingBody.SomethingElse(),
    };

    /// <summary>Everything that carries a voice asks for the warning first (threat-model 4, row 9).</summary>
    private static IncomingBody.File File(Message message, FileBase file, bool isVoice = false) =>
        new(file.FileId, file.FileSize, isVoice, CleanText.From(message.Caption), message.MediaGroupId);
}
