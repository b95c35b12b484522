namespace Kentongan.Sandbox.Telegram;

/// <summary>A file argument: uploaded here, attached under another name, or known by its file_id.</summary>
internal static class FileArguments
{
    private const string Attach = "attach://";

    public static Refusal? Find(TelegramWorld world, BotCall call, string kind, string? value, out Attachment attachment)
    {
        attachment = null!;
        var upload = value is not null && value.StartsWith(Attach, StringComparison.Ordinal)
            ? call.File(value[Attach.Length..])
            : value is null ? call.File(kind) : null;
        if (upload is null)
        {
            return Known(world, kind, value, out attachment);
        }

        if (upload.Bytes.Length == 0)
        {
            return Refusal.FileEmpty;
        }

        if (kind == "photo" && upload.Bytes.Length > FileStore.MaxPhoto)
        {
            return Refusal.Bad(
                $"file of size {upload.Bytes.Length} bytes is too big for a photo; the maximum size is {FileStore.MaxPhoto} bytes");
        }

        attachment = kind == "photo"
            ? new Attachment.Photo(world.Files.KeepPhoto(upload.Bytes))
            : new Attachment.Media(kind, Keep(world, call, kind, upload));
        return null;
    }

    private static StoredFile Keep(TelegramWorld world, BotCall call, string kind, UploadedFile upload) =>
        world.Files.Keep(
            kind, upload.Bytes, upload.Name, upload.Mime, call.Whole("width", 0, 0), call.Whole("height", 0, 0), call.Whole("duration", 0, 0));

    private static Refusal? Known(TelegramWorld world, string kind, string? value, out Attachment attachment)
    {
        attachment = null!;
        if (string.IsNullOrEmpty(value))
        {
            return Refusal.Bad($"there is no {kind} in the request");
        }

        // The sandbox fetches nothing from the network, so an address is answered as one that could not be read.
        if (value.StartsWith("http", StringComparison.OrdinalIgnoreCase) && value.Contains("://", StringComparison.Ordinal))
        {
            return Refusal.Bad("failed to get HTTP URL content");
        }

        if (world.Files.Find(value) is not { } file)
        {
            return Refusal.WrongRemoteFile;
        }

        attachment = kind == "photo" ? new Attachment.Photo([file]) : new Attachment.Media(kind, file);
        return null;
    }
}
