using Kentongan.Bot.Conversations;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Kentongan.Bot.Telegram;

/// <summary>Takes from an update what a conversation may know, and leaves the rest behind.</summary>
internal static class UpdateReading
{
    /// <summary>The kinds of update that we ask Telegram for.</summary>
    public static readonly UpdateType[] Wanted =
        [UpdateType.Message, UpdateType.EditedMessage, UpdateType.CallbackQuery, UpdateType.MyChatMember];

    public static Incoming Read(Update update) => update switch
    {
        { CallbackQuery: { } tap } => new Incoming
        {
            UpdateId = update.Id,
            Chat = tap.From.Id,
            Callback = tap.Id,
            Message = tap.Message?.Id,
            Seen = tap.Message?.Id,
            Body = tap.Data is { } data ? new IncomingBody.Tapped(data) : new IncomingBody.SomethingElse(),
        },
        { Message: { Chat.Type: not ChatType.Private } message } => From(update.Id, message.Chat.Id, new IncomingBody.Group()),
        { Message: { } message } => new Incoming { UpdateId = update.Id, Chat = message.Chat.Id, Seen = message.Id, Body = Body(message) },
        { EditedMessage.Location: not null } => From(update.Id, 0, new IncomingBody.Nothing()), // a live location moves on by itself
        { EditedMessage: { Chat.Type: ChatType.Private } edited } => From(update.Id, edited.Chat.Id, new IncomingBody.Edited()),
        { MyChatMember: { Chat.Type: ChatType.Private } member } => From(
            update.Id,
            member.Chat.Id,
            new IncomingBody.Membership(member.NewChatMember.Status is ChatMemberStatus.Kicked or ChatMemberStatus.Left)),
        { MyChatMember: { NewChatMember.Status: ChatMemberStatus.Member or ChatMemberStatus.Administrator or ChatMemberStatus.Restricted } added } =>
            From(update.Id, added.Chat.Id, new IncomingBody.Group()),
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
        { Venue: { } venue } => new IncomingBody.Pin(venue.Location.Latitude, venue.Location.Longitude),
        { Location: { } pin } => new IncomingBody.Pin(pin.Latitude, pin.Longitude),
        { Contact: not null } => new IncomingBody.Contact(),
        _ => new IncomingBody.SomethingElse(),
    };

    /// <summary>Everything that carries a voice asks for the warning first (threat-model 4, row 9).</summary>
    private static IncomingBody.File File(Message message, FileBase file, bool isVoice = false) =>
        new(file.FileId, file.FileSize, isVoice, CleanText.From(message.Caption), message.MediaGroupId);
}
