using System.Text.Json;
using Kentongan.Sandbox.Telegram;

namespace Kentongan.Sandbox.Phones;

/// <summary>What hangs on a message, with the address under which the page can show the file.</summary>
internal static class PhoneAttachmentJson
{
    public static void Write(Utf8JsonWriter json, Attachment? attachment)
    {
        switch (attachment)
        {
            case Attachment.Photo photo:
                File(json, "photo", photo.Sizes[^1]);
                break;
            case Attachment.Media media:
                File(json, media.Kind, media.File);
                break;
            case Attachment.Location location:
                json.WriteStartObject("location");
                json.WriteNumber("latitude", location.Latitude);
                json.WriteNumber("longitude", location.Longitude);
                json.WriteEndObject();
                break;
            case Attachment.Contact contact:
                json.WriteStartObject("contact");
                json.WriteString("name", $"{contact.FirstName} {contact.LastName}".Trim());
                json.WriteString("phone", contact.Phone);
                json.WriteEndObject();
                break;
            case Attachment.Sticker sticker:
                json.WriteString("sticker", sticker.Emoji);
                break;
            case Attachment.Poll poll:
                json.WriteStartObject("poll");
                json.WriteString("question", poll.Question);
                json.WriteStartArray("options");
                foreach (var option in poll.Options)
                {
                    json.WriteStringValue(option);
                }

                json.WriteEndArray();
                json.WriteEndObject();
                break;
            case Attachment.BotJoined:
                json.WriteBoolean("botJoined", true);
                break;
        }
    }

    private static void File(Utf8JsonWriter json, string kind, StoredFile file)
    {
        json.WriteStartObject("file");
        json.WriteString("kind", kind);
        json.WriteString("url", $"/sandbox/files/{file.Id}");
        json.WriteString("fileId", file.Id);
        json.WriteString("name", file.Name);
        json.WriteString("mime", file.Mime);
        json.WriteNumber("size", file.Bytes.Length);
        json.WriteNumber("width", file.Width);
        json.WriteNumber("height", file.Height);
        json.WriteNumber("duration", file.Duration);
        json.WriteEndObject();
    }
}
