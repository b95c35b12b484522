using System.Net.Http.Json;
using System.Text.Json;
using Kentongan.Sandbox;

namespace Kentongan.EndToEnd.Tests.Product.Strict;

/// <summary>The strict server is only worth its name if it does refuse.</summary>
public sealed class StrictTelegramTests
{
    [Theory]
    [InlineData("sendMessage", """{"chat_id":1,"text":"x","shout":true}""", "shout is no parameter")]
    [InlineData("sendMessage", """{"chat_id":1}""", "text is missing")]
    [InlineData("sendMessage", """{"chat_id":"me","text":"x"}""", "chat_id is no chat")]
    [InlineData("sendMessage", """{"chat_id":1,"text":" "}""", "text is empty")]
    [InlineData("sendMessage", """{"chat_id":1,"text":"<b></b>","parse_mode":"HTML"}""", "text is empty")]
    [InlineData("sendMessage", """{"chat_id":1,"text":"a < b","parse_mode":"HTML"}""", "opens nothing")]
    [InlineData("sendMessage", """{"chat_id":1,"text":"<b><i>x</b></i>","parse_mode":"HTML"}""", "closes a tag that is not open")]
    [InlineData("sendMessage", """{"chat_id":1,"text":"<p>x</p>","parse_mode":"HTML"}""", "does not know")]
    [InlineData("sendMessage", """{"chat_id":1,"text":"x","protect_content":"perhaps"}""", "neither true nor false")]
    [InlineData("sendMessage", """{"chat_id":1,"text":"x","reply_markup":{"inline_keyboard":[[{"text":"a"}]]}}""", "does not do one thing")]
    [InlineData("sendMessage", """{"chat_id":1,"text":"x","reply_markup":{"inline_keyboard":[[]]}}""", "row without buttons")]
    [InlineData("sendMessage", """{"chat_id":1,"text":"x"}""", "Telegram answers 400")]
    [InlineData("sendmessage", """{"chat_id":1,"text":"x"}""", "no such method")]
    [InlineData("getFile", """{"file_id":""}""", "file_id is empty")]
    [InlineData("sendMessage", "no json", "the body is no JSON")]
    public async Task What_the_documentation_does_not_allow_is_refused_and_noted(string method, string body, string violation) =>
        Assert.Contains(violation, await ViolationAsync(method, new StringContent(body, null, "application/json")), StringComparison.Ordinal);

    [Fact]
    public async Task Too_much_is_refused()
    {
        Assert.Contains("longer than 4096", await ViolationAsync("sendMessage", JsonContent.Create(new { chat_id = 1, text = new string('x', 4097) })), StringComparison.Ordinal);
        Assert.Contains("longer than 200", await ViolationAsync("answerCallbackQuery", JsonContent.Create(new { callback_query_id = "1", text = new string('x', 201) })), StringComparison.Ordinal);
        var button = new { text = "a", callback_data = new string('é', 33) };
        Assert.Contains("over 64 bytes", await ViolationAsync("sendMessage", JsonContent.Create(new { chat_id = 1, text = "x", reply_markup = new { inline_keyboard = new[] { new[] { button } } } })), StringComparison.Ordinal);
    }

    private static async Task<string> ViolationAsync(string method, HttpContent body)
    {
        await using var telegram = await SandboxServer.StartAsync(new SandboxOptions { Url = new("http://127.0.0.1:0") });
        await using var strict = await StrictTelegram.BeforeAsync(telegram.BaseAddress);
        using var http = new HttpClient();
        using var answer = await http.PostAsync(new Uri($"{strict.Address}/bot{telegram.Token}/{method}"), body);
        Assert.Equal(400, JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync()).GetProperty("error_code").GetInt32());
        return Assert.Single(strict.Violations);
    }
}
