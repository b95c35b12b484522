using System.Net;
using System.Text;
using System.Text.Json;
using Kentongan.Sandbox.Telegram;

namespace Kentongan.EndToEnd.Tests.Sandbox;

public sealed class FileTests : IAsyncLifetime
{
    /// <summary>The head of a PNG of 2000 × 1000, enough to read its size from.</summary>
    private static readonly byte[] Picture =
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0x07, 0xD0, 0, 0, 0x03, 0xE8, 8, 2];

    private LocalTelegram _telegram = null!;

    public async ValueTask InitializeAsync() => _telegram = await LocalTelegram.StartAsync();

    public ValueTask DisposeAsync() => _telegram.DisposeAsync();

    [Fact]
    public async Task A_photo_comes_in_several_sizes_the_largest_last_with_its_bytes_as_they_were()
    {
        _telegram.Siti.SendFile("photo", new UploadedFile("IMG_20260218.jpg", "image/jpeg", Picture), "di sini");

        var message = (await _telegram.CallAsync("getUpdates")).Result()[0].GetProperty("message");
        var sizes = message.GetProperty("photo").EnumerateArray().Select(size => $"{size.GetProperty("width")}x{size.GetProperty("height")}");

        Assert.Equal(["90x45", "320x160", "800x400", "1280x640"], sizes);
        Assert.Equal("di sini", message.GetProperty("caption").GetString());
        Assert.Equal(Picture, await DownloadAsync(message.GetProperty("photo")[3]));
    }

    [Theory]
    [InlineData("document", "surat.pdf", "application/pdf")]
    [InlineData("video", "v.mp4", "video/mp4")]
    [InlineData("voice", "v.ogg", "audio/ogg")]
    public async Task Other_files_keep_name_type_and_bytes(string kind, string name, string type)
    {
        _telegram.Siti.SendFile(kind, new UploadedFile(name, type, [1, 2, 3]));

        var file = (await _telegram.CallAsync("getUpdates")).Result()[0].GetProperty("message").GetProperty(kind);

        Assert.Equal(type, file.GetProperty("mime_type").GetString());
        Assert.Equal([1, 2, 3], await DownloadAsync(file));
    }

    [Fact]
    public async Task The_bot_uploads_a_file_and_sends_it_again_by_its_id()
    {
        var sent = await _telegram.UploadAsync(
            "sendDocument", ChatPart(), ("document", new ByteArrayContent([9, 8, 7]), "rekap.csv"), ("caption", new StringContent("<b>Rekap</b>"), null),
            ("parse_mode", new StringContent("HTML"), null));
        var id = sent.Result().GetProperty("document").GetProperty("file_id").GetString();

        var again = await _telegram.CallAsync("sendDocument", new { chat_id = _telegram.Chat, document = id });

        Assert.Equal("rekap.csv", again.Result().GetProperty("document").GetProperty("file_name").GetString());
        Assert.Equal("bold", sent.Result().GetProperty("caption_entities")[0].GetProperty("type").GetString());
        Assert.Equal([9, 8, 7], _telegram.Server.World.Files.Find(id!)!.Bytes);
    }

    [Fact]
    public async Task An_album_is_one_group_of_two_to_ten()
    {
        var media = JsonSerializer.Serialize(new object[]
        {
            new { type = "photo", media = "attach://a", caption = "Bukti" },
            new { type = "photo", media = "attach://b" },
        });

        var answer = await _telegram.UploadAsync(
            "sendMediaGroup", ChatPart(), ("media", new StringContent(media), null),
            ("a", new ByteArrayContent(Picture), "a.png"), ("b", new ByteArrayContent(Picture), "b.png"));
        var lonely = await _telegram.CallAsync("sendMediaGroup", new { chat_id = _telegram.Chat, media = new[] { new { type = "photo", media = "x" } } });

        var groups = answer.Result().EnumerateArray().Select(message => message.GetProperty("media_group_id").GetString()).ToArray();
        Assert.Equal(2, groups.Length);
        Assert.Single(groups.Distinct());
        Assert.Equal("400 Bad Request: group must contain from 2 to 10 messages", lonely.Refusal());
    }

    [Fact]
    public async Task Sizes_have_the_documented_ends()
    {
        var large = _telegram.Server.World.Files.Keep("document", new byte[FileStore.MaxDownload + 1], "besar.bin", null);
        var photo = await _telegram.UploadAsync("sendPhoto", ChatPart(), ("photo", new ByteArrayContent(new byte[FileStore.MaxPhoto + 1]), "p.jpg"));
        var upload = await _telegram.UploadAsync("sendDocument", ChatPart(), ("document", new ByteArrayContent(new byte[FileStore.MaxUpload + 1]), "d.bin"));

        Assert.Equal("400 Bad Request: file is too big", (await _telegram.CallAsync("getFile", new { file_id = large.Id })).Refusal());
        Assert.StartsWith("400 Bad Request: file of size 10485761 bytes is too big for a photo", photo.Refusal(), StringComparison.Ordinal);
        Assert.Equal("413 Request Entity Too Large", upload.Refusal());
    }

    [Fact]
    public async Task Unknown_files_are_refused()
    {
        Assert.Equal(
            "400 Bad Request: wrong file_id or the file is temporarily unavailable",
            (await _telegram.CallAsync("getFile", new { file_id = "nope" })).Refusal());
        Assert.Equal(
            "400 Bad Request: wrong file identifier/HTTP URL specified",
            (await _telegram.CallAsync("sendPhoto", new { chat_id = _telegram.Chat, photo = "nope" })).Refusal());
        Assert.Equal(
            "400 Bad Request: there is no photo in the request",
            (await _telegram.CallAsync("sendPhoto", new { chat_id = _telegram.Chat })).Refusal());
        var missing = await _telegram.Http.GetAsync($"/file/bot{_telegram.Server.Token}/photos/none.jpg");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    public async Task A_caption_has_1024_units()
    {
        var id = _telegram.Server.World.Files.Keep("document", Encoding.UTF8.GetBytes("x"), "x.txt", null).Id;

        Assert.Equal("ok", await CaptionAsync(1024));
        Assert.Equal("400 Bad Request: message caption is too long", await CaptionAsync(1025));

        async Task<string> CaptionAsync(int length) =>
            (await _telegram.CallAsync("sendDocument", new { chat_id = _telegram.Chat, document = id, caption = new string('a', length) })).Refusal();
    }

    private (string, HttpContent, string?) ChatPart() => ("chat_id", new StringContent($"{_telegram.Chat}"), null);

    private async Task<byte[]> DownloadAsync(JsonElement file)
    {
        var found = await _telegram.CallAsync("getFile", new { file_id = file.GetProperty("file_id").GetString() });
        return await _telegram.Http.GetByteArrayAsync($"/file/bot{_telegram.Server.Token}/{found.Result().GetProperty("file_path").GetString()}");
    }
}
