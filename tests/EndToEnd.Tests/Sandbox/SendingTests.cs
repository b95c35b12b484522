using System.Text.Json;

namespace Kentongan.EndToEnd.Tests.Sandbox;

public sealed class SendingTests : IAsyncLifetime
{
    private LocalTelegram _telegram = null!;

    public async ValueTask InitializeAsync() => _telegram = await LocalTelegram.StartAsync();

    public ValueTask DisposeAsync() => _telegram.DisposeAsync();

    public static TheoryData<string, string?, string, string> Texts => new()
    {
        { "the longest", null, new string('a', 4096), "ok" },
        { "one more", null, new string('a', 4097), "400 Bad Request: message is too long" },
        { "pairs count twice", null, string.Concat(Enumerable.Repeat("🥁", 2049)), "400 Bad Request: message is too long" },
        { "tags do not count", "HTML", $"<b>{new string('a', 4096)}</b>", "ok" },
        { "empty", null, "", "400 Bad Request: message text is empty" },
        { "only space", null, " \n ", "400 Bad Request: message text is empty" },
        { "only tags", "HTML", "<b></b>", "400 Bad Request: message text is empty" },
        { "unknown mode", "XML", "halo", "400 Bad Request: unsupported parse_mode" },
        { "unknown tag", "HTML", "é<p>", "400 Bad Request: can't parse entities: Unsupported start tag \"p\" at byte offset 2" },
        { "open tag", "HTML", "<b>halo", "400 Bad Request: can't parse entities: Can't find end tag corresponding to start tag \"b\"" },
        { "crossed", "HTML", "<b><i>x</b></i>", "400 Bad Request: can't parse entities: Unmatched end tag at byte offset 7, expected \"</i>\", found \"</b>\"" },
        { "end only", "HTML", "x</b>", "400 Bad Request: can't parse entities: Unexpected end tag at byte offset 1" },
        { "never closed", "HTML", "x <b", "400 Bad Request: can't parse entities: Unclosed start tag at byte offset 2" },
        { "less than", "HTML", "1 < 2", "400 Bad Request: can't parse entities: Unsupported start tag \"\" at byte offset 2" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Text_is_checked_after_its_marks_are_read(string why, string? mode, string text, string expected)
    {
        var answer = await _telegram.CallAsync("sendMessage", new { chat_id = _telegram.Chat, text, parse_mode = mode });

        Assert.True(expected == answer.Refusal(), $"{why}: {answer.Refusal()}");
    }

    [Fact]
    public async Task Html_becomes_text_and_entities()
    {
        const string html = "<b>A<i>b</i></b> &lt;&amp;&quot;&gt; 🥁<code>K-7</code> <tg-spoiler>s</tg-spoiler> "
            + "<a href=\"https://x.test/?a=1&amp;b=2\">z</a><pre><code class=\"language-sh\">ls</code></pre><blockquote>q</blockquote><u>u</u><s>s</s>";

        var message = (await _telegram.CallAsync("sendMessage", new { chat_id = _telegram.Chat, text = html, parse_mode = "HTML" })).Result();

        Assert.Equal("Ab <&\"> 🥁K-7 s zlsqus", message.GetProperty("text").GetString());
        var entities = message.GetProperty("entities").EnumerateArray().Select(Describe);
        Assert.Equal(
            [
                "bold 0+2", "italic 1+1", "code 10+3", "spoiler 14+1", "text_link 16+1 https://x.test/?a=1&b=2",
                "pre 17+2 sh", "blockquote 19+1", "underline 20+1", "strikethrough 21+1",
            ],
            entities);
    }

    [Fact]
    public async Task Telegram_itself_marks_commands_links_and_numbers()
    {
        _telegram.Siti.SendText("/lapor lihat https://contoh.test/a. atau 081234567890, @kades_x #miras");

        var update = (await _telegram.CallAsync("getUpdates")).Result()[0].GetProperty("message");

        Assert.Equal(
            ["bot_command 0+6", "url 13+21", "phone_number 41+12", "mention 55+8", "hashtag 64+6"],
            update.GetProperty("entities").EnumerateArray().Select(Describe));
    }

    public static TheoryData<string, string> Keyboards => new()
    {
        { Inline(new string('d', 64)), "ok" },
        { Inline(new string('d', 65)), "400 Bad Request: BUTTON_DATA_INVALID" },
        { Inline(new string('é', 33)), "400 Bad Request: BUTTON_DATA_INVALID" },
        { Inline(""), "400 Bad Request: BUTTON_DATA_INVALID" },
        { Many(100), "ok" },
        { Many(101), "400 Bad Request: reply markup is too long" },
        { """{"inline_keyboard":[[{"text":"x"}]]}""", "400 Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard" },
        { """{"inline_keyboard":[[{"text":"x","url":"http://localhost/"}]]}""", "400 Bad Request: inline keyboard button URL 'http://localhost/' is invalid: Wrong HTTP URL" },
        { """{"keyboard":[["Ya",{"text":"Lokasi","request_location":true}]]}""", "ok" },
        { """{"remove_keyboard":true}""", "ok" },
    };

    [Theory]
    [MemberData(nameof(Keyboards))]
    public async Task Keyboards_are_checked(string markup, string expected)
    {
        var answer = await _telegram.CallAsync("sendMessage", new { chat_id = _telegram.Chat, text = "Pilih", reply_markup = markup });

        Assert.Equal(expected, answer.Refusal());
    }

    [Fact]
    public async Task A_bot_writes_only_to_those_who_let_it()
    {
        var stranger = _telegram.Server.AddPerson("Belum Mulai");
        _telegram.Siti.Block();
        var blocked = await SendTo(_telegram.Chat);
        _telegram.Siti.Unblock();

        Assert.Equal("403 Forbidden: bot was blocked by the user", blocked);
        Assert.Equal("ok", await SendTo(_telegram.Chat));
        Assert.Equal("403 Forbidden: bot can't initiate conversation with a user", await SendTo(stranger));
        Assert.Equal("400 Bad Request: chat not found", await SendTo(12345));
        Assert.Equal("400 Bad Request: chat_id is empty", (await _telegram.CallAsync("sendMessage", new { text = "halo" })).Refusal());
    }

    [Fact]
    public async Task A_reply_needs_the_message_it_answers_unless_it_says_otherwise()
    {
        var missing = new { message_id = 99 };
        var optional = new { message_id = 99, allow_sending_without_reply = true };

        Assert.Equal(
            "400 Bad Request: message to be replied not found",
            (await _telegram.CallAsync("sendMessage", new { chat_id = _telegram.Chat, text = "a", reply_parameters = missing })).Refusal());
        Assert.Equal("ok", (await _telegram.CallAsync("sendMessage", new { chat_id = _telegram.Chat, text = "a", reply_parameters = optional })).Refusal());
    }

    [Fact]
    public async Task Flood_limits_tolerate_a_burst_and_then_say_when_to_come_back()
    {
        await using var strict = await LocalTelegram.StartAsync(limits: true);
        var answers = new List<JsonElement>();
        for (var i = 0; i < 7; i++)
        {
            answers.Add(await strict.CallAsync("sendMessage", new { chat_id = strict.Chat, text = $"{i}" }));
        }

        var refused = answers.First(answer => answer.Refusal() != "ok");
        Assert.InRange(answers.Count(answer => answer.Refusal() == "ok"), 5, 6);
        Assert.Equal("429 Too Many Requests: retry after 1", refused.Refusal());
        Assert.Equal(1, refused.GetProperty("parameters").GetProperty("retry_after").GetInt32());
        strict.Server.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("ok", (await strict.CallAsync("sendMessage", new { chat_id = strict.Chat, text = "lagi" })).Refusal());
    }

    [Fact]
    public void Over_all_chats_thirty_messages_a_second_go_through()
    {
        var clock = new HandClock(new DateTimeOffset(2026, 2, 19, 0, 0, 0, TimeSpan.Zero));
        var limits = new Kentongan.Sandbox.Telegram.FloodLimits(clock);
        var chats = Enumerable.Range(1, 40).Select(i => new Kentongan.Sandbox.Telegram.Chat(i, null, "grup", () => 1)).ToArray();

        Assert.Equal(30, chats.Count(chat => limits.Take(chat) is null));
        clock.Pass(TimeSpan.FromMilliseconds(999));
        Assert.NotNull(limits.Take(chats[35]));
        clock.Pass(TimeSpan.FromMilliseconds(1));

        Assert.Equal(30, chats.Count(chat => limits.Take(chat) is null));
    }

    private async Task<string> SendTo(long chat) => (await _telegram.CallAsync("sendMessage", new { chat_id = chat, text = "halo" })).Refusal();

    private static string Inline(string data) =>
        JsonSerializer.Serialize(new { inline_keyboard = new[] { new[] { new { text = "Ya", callback_data = data } } } });

    private static string Many(int buttons) => JsonSerializer.Serialize(new
    {
        inline_keyboard = Enumerable.Range(0, buttons).Chunk(8).Select(row => row.Select(i => new { text = $"{i}", callback_data = $"{i}" })),
    });

    private static string Describe(JsonElement entity)
    {
        var extra = entity.TryGetProperty("url", out var url) ? " " + url : entity.TryGetProperty("language", out var language) ? " " + language : "";
        return $"{entity.GetProperty("type")} {entity.GetProperty("offset")}+{entity.GetProperty("length")}{extra}";
    }
}
