using System.Net;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Kentongan.Bot.Tests.TelegramApi;

public sealed class UploadTests
{
    private const string Slow = """{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 3","parameters":{"retry_after":3}}""";

    [Fact]
    public async Task A_stream_is_sent_as_a_form()
    {
        using var telegram = new StubTelegram(StubTelegram.Says(StubTelegram.AMessage));
        using var photo = new MemoryStream([1, 2, 3]);

        await telegram.Client().SendPhoto(
            5, InputFile.FromStream(photo, "x\"\r\nä.jpg"), caption: "Halo 🙏", parseMode: ParseMode.Html, replyParameters: 6, protectContent: true);

        Assert.Equal(
            [
                "chat_id = 5", "photo = attach://file0", "caption = Halo 🙏", "parse_mode = HTML",
                """reply_parameters = {"message_id":6}""", "protect_content = true", "file0 (x____.jpg) = 010203",
            ],
            (await Parts(telegram.Only)).Order(new ByKind()));
        Assert.True(photo.CanRead, "the stream stays open for its owner");
    }

    [Fact]
    public async Task An_album_carries_all_its_streams()
    {
        using var telegram = new StubTelegram(StubTelegram.Says("""{"ok":true,"result":[]}"""));
        using var photo = new MemoryStream([1]);
        using var video = new MemoryStream([2]);

        await telegram.Client().SendMediaGroup(
            5,
            [
                new InputMediaPhoto(InputFile.FromStream(photo)),
                new InputMediaPhoto(InputFile.FromFileId("f1")),
                new InputMediaVideo(InputFile.FromStream(video, "b.mp4")),
            ]);

        Assert.Equal(
            [
                "chat_id = 5",
                """media = [{"type":"photo","media":"attach://file0"},{"type":"photo","media":"f1"},{"type":"video","media":"attach://file1"}]""",
                "file0 (file) = 01",
                "file1 (b.mp4) = 02",
            ],
            (await Parts(telegram.Only)).Order(new ByKind()));
    }

    [Fact]
    public async Task A_certificate_goes_with_the_webhook()
    {
        using var telegram = new StubTelegram(StubTelegram.Says(RequestTable.True));
        using var certificate = new MemoryStream([9]);

        await telegram.Client().SetWebhook("https://x.example", certificate: InputFile.FromStream(certificate, "c.pem"));

        Assert.Equal(
            ["url = https://x.example", "certificate = attach://file0", "file0 (c.pem) = 09"],
            (await Parts(telegram.Only)).Order(new ByKind()));
    }

    [Fact]
    public async Task The_name_of_a_file_on_disk_is_never_sent()
    {
        var path = Path.GetTempFileName();
        using var telegram = new StubTelegram(StubTelegram.Says(StubTelegram.AMessage));
        await using (var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.None, 1, FileOptions.DeleteOnClose))
        {
            await telegram.Client().SendDocument(5, InputFile.FromStream(file));
        }

        Assert.DoesNotContain(Path.GetFileName(path), telegram.Only.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repeated_upload_starts_where_the_first_one_did()
    {
        var clock = new SteppedClock();
        using var telegram = new StubTelegram(StubTelegram.Says(Slow, HttpStatusCode.TooManyRequests), StubTelegram.Says(StubTelegram.AMessage));
        using var photo = new MemoryStream([1, 2, 3]) { Position = 1 };

        var sending = telegram.Client(retryThreshold: 60, time: clock).SendPhoto(5, InputFile.FromStream(photo));
        clock.Advance(TimeSpan.FromSeconds(3));
        await sending;

        Assert.Equal(2, telegram.Requests.Count);
        foreach (var request in telegram.Requests)
        {
            Assert.Contains("file0 (file) = 0203", await Parts(request));
        }
    }

    private static async Task<List<string>> Parts(StubTelegram.Asked request)
    {
        var type = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(request.ContentType!);
        Assert.Equal("multipart/form-data", type.MediaType);
        var boundary = HeaderUtilities.RemoveQuotes(type.Parameters.Single(parameter => parameter.Name == "boundary").Value).Value!;
        var reader = new MultipartReader(boundary, new MemoryStream(request.Body));
        List<string> parts = [];
        while (await reader.ReadNextSectionAsync() is { } section)
        {
            var disposition = System.Net.Http.Headers.ContentDispositionHeaderValue.Parse(section.ContentDisposition!);
            using var body = new MemoryStream();
            await section.Body.CopyToAsync(body);
            var name = disposition.Name!.Trim('"');
            parts.Add(disposition.FileName is { } file
                ? $"{name} ({file.Trim('"')}) = {Convert.ToHexString(body.ToArray())}"
                : $"{name} = {System.Text.Encoding.UTF8.GetString(body.ToArray())}");
        }

        return parts;
    }

    /// <summary>Fields in the order in which the methods take them, then files: on the wire only that files come last matters.</summary>
    private sealed class ByKind : IComparer<string>
    {
        private static readonly string[] Fields =
            ["chat_id", "url", "certificate", "media", "photo", "caption", "parse_mode", "reply_parameters", "protect_content"];

        public int Compare(string? x, string? y) => Rank(x!).CompareTo(Rank(y!));

        private static int Rank(string part)
        {
            var field = Array.IndexOf(Fields, part[..part.IndexOf(' ', StringComparison.Ordinal)]);
            return field >= 0 ? field : Fields.Length + (part.StartsWith("file1", StringComparison.Ordinal) ? 1 : 0);
        }
    }
}
