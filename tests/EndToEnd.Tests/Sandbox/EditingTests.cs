using System.Text.Json;

namespace Kentongan.EndToEnd.Tests.Sandbox;

public sealed class EditingTests : IAsyncLifetime
{
    private const string NotModified =
        "400 Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current "
        + "content and reply markup of the message";

    private static readonly object YesNo = new { inline_keyboard = new[] { new[] { new { text = "Ya", callback_data = "ya" } } } };

    private LocalTelegram _telegram = null!;

    public async ValueTask InitializeAsync() => _telegram = await LocalTelegram.StartAsync();

    public ValueTask DisposeAsync() => _telegram.DisposeAsync();

    [Fact]
    public async Task An_edit_changes_text_and_drops_the_keyboard_unless_it_is_given_again()
    {
        var id = await _telegram.SayAsync("lama", YesNo);

        var edited = (await EditAsync(id, "baru")).Result();

        Assert.Equal("baru", edited.GetProperty("text").GetString());
        Assert.True(edited.TryGetProperty("edit_date", out _));
        Assert.False(edited.TryGetProperty("reply_markup", out _));
        Assert.Equal("lama", _telegram.Siti.Messages[^1].Before.Single().Text);
    }

    [Fact]
    public async Task An_edit_that_changes_nothing_is_refused()
    {
        var id = await _telegram.SayAsync("<b>sama</b>", YesNo);

        Assert.Equal(NotModified, (await EditAsync(id, "<b>sama</b>", YesNo)).Refusal());
        Assert.Equal("ok", (await EditAsync(id, "sama", YesNo)).Refusal());
        Assert.Equal("ok", (await EditAsync(id, "sama")).Refusal());
        Assert.Equal(NotModified, (await _telegram.CallAsync("editMessageReplyMarkup", new { chat_id = _telegram.Chat, message_id = id })).Refusal());
    }

    [Fact]
    public async Task Only_what_the_bot_sent_and_still_exists_can_be_edited()
    {
        var mine = _telegram.Siti.SendText("punya saya").Id;
        var keys = await _telegram.SayAsync("Pilih", new { keyboard = new[] { new[] { "Ya" } } });
        var pin = (await _telegram.CallAsync("sendLocation", new { chat_id = _telegram.Chat, latitude = -6.6, longitude = 110.7 }))
            .Result().GetProperty("message_id").GetInt32();
        var gone = await _telegram.SayAsync("hilang");
        await _telegram.CallAsync("deleteMessage", new { chat_id = _telegram.Chat, message_id = gone });

        Assert.Equal("400 Bad Request: message can't be edited", (await EditAsync(mine, "x")).Refusal());
        Assert.Equal("400 Bad Request: message can't be edited", (await EditAsync(keys, "x")).Refusal());
        Assert.Equal("400 Bad Request: there is no text in the message to edit", (await EditAsync(pin, "x")).Refusal());
        Assert.Equal("400 Bad Request: message to edit not found", (await EditAsync(gone, "x")).Refusal());
        Assert.Equal("400 Bad Request: message to edit not found", (await EditAsync(4711, "x")).Refusal());
    }

    [Fact]
    public async Task A_message_can_be_deleted_once_and_for_two_days()
    {
        var young = await _telegram.SayAsync("muda");
        var old = await _telegram.SayAsync("tua");

        Assert.Equal("ok", await DeleteAsync(young));
        Assert.Equal("400 Bad Request: message to delete not found", await DeleteAsync(young));
        _telegram.Server.Clock.Advance(TimeSpan.FromHours(49));
        Assert.Equal("400 Bad Request: message can't be deleted for everyone", await DeleteAsync(old));
    }

    [Fact]
    public async Task A_tap_is_answered_once_in_time_and_in_two_hundred_characters()
    {
        const string tooOld = "400 Bad Request: query is too old and response timeout expired or query ID is invalid";
        var id = await _telegram.SayAsync("Pilih", YesNo);
        var (first, late) = (_telegram.Siti.Press(id, "ya")!, _telegram.Siti.Press(id, 0, 0)!);

        Assert.Equal("400 Bad Request: MESSAGE_TOO_LONG", await AnswerAsync(first.Id, new string('a', 201)));
        Assert.Equal("ok", await AnswerAsync(first.Id, new string('a', 200)));
        Assert.Equal(tooOld, await AnswerAsync(first.Id, "lagi"));
        Assert.Equal(tooOld, await AnswerAsync("123", "siapa"));
        _telegram.Server.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal(tooOld, await AnswerAsync(late.Id, "terlambat"));
    }

    [Fact]
    public async Task The_update_of_a_tap_carries_person_message_and_data()
    {
        var id = await _telegram.SayAsync("Pilih", YesNo);
        _telegram.Siti.Press(id, 0, 0);

        var query = (await _telegram.CallAsync("getUpdates")).Result()[0].GetProperty("callback_query");

        Assert.Equal("ya", query.GetProperty("data").GetString());
        Assert.Equal(_telegram.Siti.Owner.Id, query.GetProperty("from").GetProperty("id").GetInt64());
        Assert.Equal(id, query.GetProperty("message").GetProperty("message_id").GetInt32());
        Assert.Null(_telegram.Siti.Press(id, 3, 0));
    }

    private Task<JsonElement> EditAsync(int id, string text, object? keyboard = null) => _telegram.CallAsync(
        "editMessageText", new { chat_id = _telegram.Chat, message_id = id, text, parse_mode = "HTML", reply_markup = keyboard });

    private async Task<string> DeleteAsync(int id) =>
        (await _telegram.CallAsync("deleteMessage", new { chat_id = _telegram.Chat, message_id = id })).Refusal();

    private async Task<string> AnswerAsync(string id, string text) =>
        (await _telegram.CallAsync("answerCallbackQuery", new { callback_query_id = id, text })).Refusal();
}
