using Kentongan.Sandbox.Telegram;

namespace Kentongan.Sandbox.Phones;

/// <summary>Sending files from a phone, one or several as an album; the bytes stay as they are.</summary>
internal static class FileEndpoints
{
    private static readonly string[] Kinds = ["photo", "video", "voice", "audio", "document"];

    public static void Map(IEndpointRouteBuilder chats, Func<long, long?, Func<Phone, Message?>, IResult> act)
    {
        foreach (var kind in Kinds)
        {
            chats.MapPost("/" + kind, async (long chat, HttpRequest request, CancellationToken ct) =>
            {
                var (form, files) = await ReadAsync(request, ct);
                return files.Count == 0
                    ? Results.BadRequest(new Problem("Send the file in a multipart form."))
                    : act(chat, From(form!), phone => phone.SendFile(kind, files[0], form!["caption"]));
            });
        }

        chats.MapPost("/album", async (long chat, HttpRequest request, CancellationToken ct) =>
        {
            var (form, files) = await ReadAsync(request, ct);
            return files.Count is < 2 or > 10
                ? Results.BadRequest(new Problem("An album has two to ten files."))
                : act(chat, From(form!), phone => phone.SendAlbum(files.Select(file => (Kind(file), file)), form!["caption"])[^1]);
        });
    }

    private static async Task<(IFormCollection? Form, List<UploadedFile> Files)> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        var files = new List<UploadedFile>();
        if (!request.HasFormContentType)
        {
            return (null, files);
        }

        var form = await request.ReadFormAsync(ct);
        foreach (var file in form.Files)
        {
            files.Add(await Uploads.ReadAsync(file, ct));
        }

        return (form, files);
    }

    private static long? From(IFormCollection form) => long.TryParse(form["from"], out var id) ? id : null;

    private static string Kind(UploadedFile file) => file.Mime switch
    {
        { } mime when mime.StartsWith("video/", StringComparison.Ordinal) => "video",
        { } mime when mime.StartsWith("image/", StringComparison.Ordinal) => "photo",
        _ => "document",
    };
}
