namespace Telegram.Bot.Types.Enums;

/// <summary>What a message consists of, among the kinds that <see cref="Message"/> reads.</summary>
public enum MessageType
{
    Unknown = 0,
    Text = 1,
    Photo = 2,
    Audio = 3,
    Video = 4,
    Voice = 5,
    Document = 6,
    Location = 8,
    Contact = 9,
    Venue = 10,
    VideoNote = 12,
    MigrateToChatId = 26,
    Animation = 36,
}
