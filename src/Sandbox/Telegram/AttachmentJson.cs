using System.Text.Json;
using static Kentongan.Sandbox.Telegram.Attachment;

namespace Kentongan.Sandbox.Telegram;

/// <summary>The field of a message that holds what is not text.</summary>
internal static class AttachmentJson
{
    public static void Write(Utf8JsonWriter json, Attachment attachment, TelegramWorld world)
    {
        switch (attachment)
        {
            case Photo photo:
                json.WriteStartArray("photo");
                foreach (var size in photo.Sizes)
                {
                    File(json, size, "photo");
                }

                json.WriteEndArray();
                break;
            case Media media:
                json.WritePropertyName(media.Kind);
                File(json, media.File, media.Kind);
                break;
            case Location location:
                json.WriteStartObject("location");
                json.WriteNumber("latitude", location.Latitude);
                json.WriteNumber("longitude", location.Longitude);
                if (location.Accuracy is { } accuracy)
                {
                    json.WriteNumber("horizontal_accuracy", accuracy);
                }

                json.WriteEndObject();
                break;
            case Contact contact:
                WriteContact(json, contact);
                break;
            case Sticker sticker:
                WriteSticker(json, sticker);
                break;
            case Poll poll:
                WritePoll(json, poll);
                break;
            case BotJoined:
                json.WriteStartArray("new_chat_members");
                MessageJson.User(json, null, world);
                json.WriteEndArray();
                break;
        }
    }

    public static void File(Utf8JsonWriter json, StoredFile file, string kind)
    {
        json.WriteStartObject();
        FileFields(json, file);
        if (kind is "photo" or "video")
        {
            json.WriteNumber("width", file.Width);
            json.WriteNumber("height", file.Height);
        }

        if (kind is "video" or "voice" or "audio")
        {
            json.WriteNumber("duration", file.Duration);
        }

        if (kind is not "photo")
        {
            MessageJson.Optional(json, "file_name", kind is "voice" ? null : file.Name);
            json.WriteString("mime_type", file.Mime);
        }

        json.WriteEndObject();
    }

    public static void FileFields(Utf8JsonWriter json, StoredFile file)
    {
        json.WriteString("file_id", file.Id);
        json.WriteString("file_unique_id", file.UniqueId);
        json.WriteNumber("file_size", file.Bytes.Length);
    }

    private static void WriteContact(Utf8JsonWriter json, Contact contact)
    {
        json.WriteStartObject("contact");
        json.WriteString("phone_number", contact.Phone);
        json.WriteString("first_name", contact.FirstName);
        MessageJson.Optional(json, "last_name", contact.LastName);
        if (contact.UserId is { } id)
        {
            json.WriteNumber("user_id", id);
        }

        json.WriteEndObject();
    }

    private static void WriteSticker(Utf8JsonWriter json, Sticker sticker)
    {
        json.WriteStartObject("sticker");
        FileFields(json, sticker.File);
        json.WriteString("type", "regular");
        json.WriteNumber("width", 512);
        json.WriteNumber("height", 512);
        json.WriteBoolean("is_animated", false);
        json.WriteBoolean("is_video", false);
        json.WriteString("emoji", sticker.Emoji);
        json.WriteString("set_name", "BakPasir");
        json.WriteEndObject();
    }

    private static void WritePoll(Utf8JsonWriter json, Poll poll)
    {
        json.WriteStartObject("poll");
        json.WriteString("id", poll.Id);
        json.WriteString("question", poll.Question);
        json.WriteStartArray("options");
        foreach (var option in poll.Options)
        {
            json.WriteStartObject();
            json.WriteString("text", option);
            json.WriteNumber("voter_count", 0);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("total_voter_count", 0);
        json.WriteBoolean("is_closed", false);
        json.WriteBoolean("is_anonymous", true);
        json.WriteString("type", "regular");
        json.WriteBoolean("allows_multiple_answers", false);
        json.WriteEndObject();
    }
}
