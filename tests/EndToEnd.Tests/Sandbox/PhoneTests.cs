using System.Net;
using System.Text;
using System.Text.Json;

namespace Kentongan.EndToEnd.Tests.Sandbox;

/// <summary>The control API: what a finger does, and what the bot hears of it.</summary>
public sealed class PhoneTests : IAsyncLifetime
{
    private LocalTelegram _telegram = null!;

    private string Chat => $"/sandbox/chats/{_telegram.Chat}";

    public async ValueTask InitializeAsync() => _telegram = await LocalTelegram.StartAsync();

    public ValueTask DisposeAsync() => _telegram.DisposeAsync();

    public static TheoryData<string, string, string> Sendings => new()
    {
        { "text", """{"text":"halo"}""", "text" },
        { "location", """{"latitude":-6.57,"longitude":110.74}""", "location" },
        { "contact", "{}", "contact" },
        { "contact", """{"phone":"0812","firstName":"Tetangga"}""", "contact" },
        { "sticker", """{"emoji":"🥁"}""", "sticker" },
        { "poll", """{"question":"Siapa?","options":["A","B"]}""", "poll" },
        { "forward", """{"text":"titip","fromName":"Pak Lurah"}""", "forward_origin" },
    };

    [Theory]
    [MemberData(nameof(Sendings))]
    public async Task Everything_that_can_be_sent_reaches_the_bot(string what, string body, string field)
    {
        var sent = await PostAsync($"{Chat}/{what}", body);

        Assert.Equal(HttpStatusCode.OK, sent.Status);
        Assert.True((await HeardAsync()).GetProperty("message").TryGetProperty(field, out _));
    }

    [Fact]
    public async Task The_bot_is_told_all_that_telegram_knows_of_a_person()
    {
        await PostAsync($"{Chat}/contact", "{}");

        var message = (await HeardAsync()).GetProperty("message");

        Assert.Equal("Siti", message.GetProperty("from").GetProperty("first_name").GetString());
        Assert.Equal("Aminah", message.GetProperty("from").GetProperty("last_name").GetString());
        Assert.Equal("siti_aminah", message.GetProperty("chat").GetProperty("username").GetString());
        Assert.Equal("id", message.GetProperty("from").GetProperty("language_code").GetString());
        Assert.Equal(_telegram.Siti.Owner.Phone, message.GetProperty("contact").GetProperty("phone_number").GetString());
    }

    [Fact]
    public async Task A_forward_names_a_known_account_or_only_a_name()
    {
        var known = _telegram.Server.AddPerson("Pak Lurah");
        await PostAsync($"{Chat}/forward", $$"""{"text":"a","fromPerson":{{known}}}""");
        await PostAsync($"{Chat}/forward", """{"text":"b","fromName":"Tersembunyi"}""");

        var origins = (await _telegram.CallAsync("getUpdates")).Result().EnumerateArray()
            .Select(update => update.GetProperty("message").GetProperty("forward_origin")).ToArray();

        Assert.Equal(known, origins[0].GetProperty("sender_user").GetProperty("id").GetInt64());
        Assert.Equal("Tersembunyi", origins[1].GetProperty("sender_user_name").GetString());
    }

    [Fact]
    public async Task A_deep_link_sends_start_with_its_payload()
    {
        await PostAsync($"{Chat}/start", """{"link":"https://t.me/kentongan_sandbox_bot?start=abc-123"}""");

        Assert.Equal("/start abc-123", (await HeardAsync()).GetProperty("message").GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_text_too_long_for_one_message_is_sent_as_several()
    {
        _telegram.Siti.SendText(new string('a', 9000));

        var lengths = (await _telegram.CallAsync("getUpdates")).Result().EnumerateArray()
            .Select(update => update.GetProperty("message").GetProperty("text").GetString()!.Length);

        Assert.Equal([4096, 4096, 808], lengths);
    }

    [Fact]
    public async Task A_tap_gives_an_id_by_which_its_answer_is_read()
    {
        var id = await _telegram.SayAsync("Pilih", new { inline_keyboard = new[] { new[] { new { text = "Ya", callback_data = "ya" } } } });

        var tap = (await PostAsync($"{Chat}/press", $$"""{"messageId":{{id}},"row":0,"col":0}""")).Body;
        var query = tap.GetProperty("id").GetString();
        await _telegram.CallAsync("answerCallbackQuery", new { callback_query_id = query, text = "Awas", show_alert = true });
        var answer = (await _telegram.ControlAsync(HttpMethod.Get, $"/sandbox/answers/{query}?wait=20")).Body;

        Assert.False(tap.GetProperty("answered").GetBoolean());
        Assert.Equal("Awas", answer.GetProperty("text").GetString());
        Assert.True(answer.GetProperty("alert").GetBoolean());
    }

    [Fact]
    public async Task Keys_send_words_a_pin_or_the_own_contact()
    {
        await _telegram.SayAsync("Pilih", new
        {
            keyboard = new object[][] { ["Lewati"], [new { text = "Lokasi", request_location = true }, new { text = "Nomor", request_contact = true }] },
        });

        await PostAsync($"{Chat}/key", """{"text":"Lewati"}""");
        await PostAsync($"{Chat}/key", """{"row":1,"col":0,"latitude":-6.5,"longitude":110.7}""");
        await PostAsync($"{Chat}/key", """{"row":1,"col":1}""");
        var unknown = await PostAsync($"{Chat}/key", """{"text":"Tidak ada"}""");

        var heard = (await _telegram.CallAsync("getUpdates")).Result().EnumerateArray().Select(update => update.GetProperty("message")).ToArray();
        Assert.Equal("Lewati", heard[0].GetProperty("text").GetString());
        Assert.True(heard[1].TryGetProperty("location", out _));
        Assert.True(heard[2].TryGetProperty("contact", out _));
        Assert.Equal(HttpStatusCode.NotFound, unknown.Status);
    }

    [Fact]
    public async Task An_album_shares_one_group_and_its_words_stand_on_the_first()
    {
        using var form = new MultipartFormDataContent { { new StringContent("dua bukti"), "caption" } };
        foreach (var name in new[] { "a.jpg", "b.jpg" })
        {
            var file = new ByteArrayContent([0xFF, 0xD8]);
            file.Headers.ContentType = new("image/jpeg");
            form.Add(file, "file", name);
        }

        using var response = await _telegram.Http.PostAsync($"{Chat}/album", form);
        var heard = (await _telegram.CallAsync("getUpdates")).Result().EnumerateArray().Select(update => update.GetProperty("message")).ToArray();

        Assert.Equal(2, heard.Length);
        Assert.Equal(heard[0].GetProperty("media_group_id").GetString(), heard[1].GetProperty("media_group_id").GetString());
        Assert.Equal("dua bukti", heard[0].GetProperty("caption").GetString());
        Assert.False(heard[1].TryGetProperty("caption", out _));
    }

    [Fact]
    public async Task The_list_shows_keyboards_earlier_words_and_deletions_until_the_chat_is_cleared()
    {
        var (first, second) = (await _telegram.SayAsync("lama"), await _telegram.SayAsync("hilang"));
        await _telegram.CallAsync("editMessageText", new { chat_id = _telegram.Chat, message_id = first, text = "baru" });
        await _telegram.CallAsync("deleteMessage", new { chat_id = _telegram.Chat, message_id = second });

        var shown = (await _telegram.ControlAsync(HttpMethod.Get, $"{Chat}/messages")).Body.EnumerateArray().ToArray();
        await _telegram.ControlAsync(HttpMethod.Delete, Chat);
        var cleared = (await _telegram.ControlAsync(HttpMethod.Get, $"{Chat}/messages")).Body;

        Assert.Equal(["lama"], shown[^2].GetProperty("before").EnumerateArray().Select(text => text.GetString()));
        Assert.True(shown[^1].GetProperty("deleted").GetBoolean());
        Assert.Equal(0, cleared.GetArrayLength());
    }

    [Fact]
    public async Task Blocking_tells_the_bot_and_a_blocked_bot_hears_nothing()
    {
        await PostAsync($"{Chat}/block", """{"blocked":true}""");
        var refused = await PostAsync($"{Chat}/text", """{"text":"halo"}""");
        await PostAsync($"{Chat}/block", """{"blocked":false}""");

        var statuses = (await _telegram.CallAsync("getUpdates")).Result().EnumerateArray()
            .Select(update => update.GetProperty("my_chat_member").GetProperty("new_chat_member").GetProperty("status").GetString());
        Assert.Equal(["kicked", "member"], statuses);
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
    }

    [Fact]
    public async Task In_a_group_the_bot_is_announced_hears_what_is_meant_for_it_and_can_leave()
    {
        var person = _telegram.Siti.Owner.Id;
        var group = (await PostAsync("/sandbox/groups", $$"""{"title":"RT 4","people":[{{person}}]}""")).Body.GetProperty("id").GetInt64();
        await PostAsync($"/sandbox/chats/{group}/text", $$"""{"text":"obrolan","from":{{person}}}""");
        await PostAsync($"/sandbox/chats/{group}/text", $$"""{"text":"/lapor","from":{{person}}}""");
        var heard = await _telegram.CallAsync("getUpdates");

        var left = await _telegram.CallAsync("leaveChat", new { chat_id = group });

        Assert.Equal(["my_chat_member", "message", "message"], heard.Kinds());
        Assert.Equal("/lapor", heard.Result()[2].GetProperty("message").GetProperty("text").GetString());
        Assert.Equal("ok", left.Refusal());
        Assert.Equal(
            "403 Forbidden: bot is not a member of the group chat",
            (await _telegram.CallAsync("sendMessage", new { chat_id = group, text = "a" })).Refusal());
    }

    [Fact]
    public async Task A_web_page_from_elsewhere_is_turned_away()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sandbox/clock") { Content = new StringContent("{}", Encoding.UTF8, "application/json") };
        request.Headers.Add("Origin", "https://jahat.test");

        using var response = await _telegram.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    private async Task<(HttpStatusCode Status, JsonElement Body)> PostAsync(string path, string json) =>
        await _telegram.ControlAsync(HttpMethod.Post, path, JsonSerializer.Deserialize<JsonElement>(json));

    private async Task<JsonElement> HeardAsync() => (await _telegram.CallAsync("getUpdates")).Result()[0];
}
