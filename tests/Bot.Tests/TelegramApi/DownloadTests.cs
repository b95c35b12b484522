using System.Net;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace Kentongan.Bot.Tests.TelegramApi;

public sealed class DownloadTests
{
    private const string AFile = """{"ok":true,"result":{"file_id":"f1","file_unique_id":"u","file_size":6,"file_path":"photos/file 1.jpg"}}""";

    [Fact]
    public async Task A_file_is_asked_for_and_then_fetched()
    {
        using var telegram = new StubTelegram(
            StubTelegram.Says(AFile), () => new(HttpStatusCode.OK) { Content = new ByteArrayContent([1, 2, 3, 4, 5, 6]) });
        using var destination = new MemoryStream();

        var file = await telegram.Client().GetInfoAndDownloadFile("f1", destination);

        Assert.Equal(("f1", 6, "photos/file 1.jpg"), (file.FileId, file.FileSize, file.FilePath));
        Assert.Equal([1, 2, 3, 4, 5, 6], destination.ToArray());
        Assert.Equal((HttpMethod.Get, $"/file/bot{StubTelegram.Token}/photos/file%201.jpg"), (telegram.Requests[1].Method, telegram.Requests[1].Path));
    }

    [Fact]
    public async Task A_file_passes_through_in_pieces()
    {
        var source = new EndlessStream(50_000_000);
        using var telegram = new StubTelegram(() => new(HttpStatusCode.OK) { Content = new StreamContent(source) });
        var destination = new Meter(source);

        await telegram.Client().DownloadFile("videos/v.mp4", destination);

        Assert.Equal(50_000_000, destination.Written);
        Assert.InRange(destination.MostHeld, 1, 200_000);
    }

    [Fact]
    public async Task Each_piece_has_its_own_time()
    {
        var clock = new SteppedClock();
        var source = new EndlessStream(1_000_000, () => clock.Advance(TimeSpan.FromSeconds(60)));
        using var telegram = new StubTelegram(() => new(HttpStatusCode.OK) { Content = new StreamContent(source) });
        using var destination = new MemoryStream();

        await telegram.Client(time: clock).DownloadFile("videos/v.mp4", destination);

        Assert.Equal(1_000_000, destination.Length);
    }

    [Fact]
    public async Task A_file_that_is_gone_or_too_big_is_a_refusal()
    {
        using var telegram = new StubTelegram(
            StubTelegram.Says("""{"ok":false,"error_code":404,"description":"Not Found"}""", HttpStatusCode.NotFound));

        var refusal = await Assert.ThrowsAsync<ApiRequestException>(() => telegram.Client().DownloadFile("x/y", Stream.Null));

        Assert.Equal(404, refusal.ErrorCode);
    }

    [Fact]
    public async Task Trouble_at_the_destination_reaches_the_caller()
    {
        using var telegram = new StubTelegram(() => new(HttpStatusCode.OK) { Content = new ByteArrayContent([1]) });
        using var full = new MemoryStream([], writable: false);

        var failure = await Assert.ThrowsAsync<RequestException>(() => telegram.Client().DownloadFile("x/y", full));

        Assert.IsType<NotSupportedException>(failure.InnerException);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a/../../botcanary/getMe")]
    public async Task A_path_that_leads_elsewhere_is_not_followed(string? path)
    {
        using var telegram = new StubTelegram(StubTelegram.Says(""));

        var failure = await Assert.ThrowsAsync<ArgumentException>(
            () => telegram.Client().DownloadFile(new TGFile { FilePath = path }, Stream.Null));

        Assert.DoesNotContain("canary", failure.ToString(), StringComparison.Ordinal);
        Assert.Empty(telegram.Requests);
    }

    /// <summary>So many bytes, none of them in memory.</summary>
    private sealed class EndlessStream(long length, Action? onRead = null) : Stream
    {
        public long Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => Given; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            onRead?.Invoke();
            var now = (int)Math.Min(count, length - Given);
            Given += now;
            return now;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }

    /// <summary>Measures how far reading runs ahead of writing.</summary>
    private sealed class Meter(EndlessStream source) : MemoryStream
    {
        public long Written { get; private set; }

        public long MostHeld { get; private set; }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            MostHeld = Math.Max(MostHeld, source.Given - Written);
            Written += buffer.Length;
            return ValueTask.CompletedTask;
        }
    }
}
