using System.Reflection;
using System.Text.Json.Nodes;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.ReplyMarkups;

namespace Kentongan.Bot.Tests.TelegramApi;

public sealed class RequestTests
{
    public static TheoryData<string> Methods => [.. RequestTable.Rows.Keys];

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task A_method_sends_exactly_what_it_was_given(string method)
    {
        var row = RequestTable.Rows[method];
        using var telegram = new StubTelegram(StubTelegram.Says(row.Answer));

        await row.Call(telegram.Client());

        Assert.Equal(HttpMethod.Post, telegram.Only.Method);
        Assert.Equal($"/bot{StubTelegram.Token}/{char.ToLowerInvariant(method[0])}{method[1..]}", telegram.Only.Path);
        Assert.Equal("application/json; charset=utf-8", telegram.Only.ContentType);
        Assert.True(
            JsonNode.DeepEquals(JsonNode.Parse(row.Body), JsonNode.Parse(telegram.Only.Text)),
            $"expected {row.Body} but {telegram.Only.Text} was sent");
    }

    [Fact]
    public void Every_method_stands_in_the_table()
    {
        string[] theirOwnTests = [nameof(TelegramBotClientExtensions.GetInfoAndDownloadFile)];

        var methods = typeof(TelegramBotClientExtensions)
            .GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Select(method => method.Name)
            .Except(theirOwnTests);

        Assert.Equal(methods.Order(StringComparer.Ordinal), RequestTable.Rows.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_sending_method_can_protect_be_silent_and_reply()
    {
        var senders = typeof(TelegramBotClientExtensions)
            .GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(method => method.Name.StartsWith("Send", StringComparison.Ordinal) && method.Name != "SendChatAction");

        Assert.All(senders, sender => Assert.Superset(
            new HashSet<string?> { "chatId", "protectContent", "disableNotification", "replyParameters", "messageThreadId", "cancellationToken" },
            sender.GetParameters().Select(parameter => parameter.Name).ToHashSet()));
    }

    [Fact]
    public async Task The_scopes_of_commands_have_telegrams_names()
    {
        BotCommandScope[] scopes =
        [
            BotCommandScope.Default(), BotCommandScope.AllGroupChats(), BotCommandScope.AllChatAdministrators(),
            BotCommandScope.Chat(5), BotCommandScope.ChatAdministrators("@kanal"),
        ];
        using var telegram = new StubTelegram(StubTelegram.Says(RequestTable.True));
        var bot = telegram.Client();

        foreach (var scope in scopes)
        {
            await bot.DeleteMyCommands(scope: scope);
        }

        Assert.Equal(
            [
                """{"scope":{"type":"default"}}""",
                """{"scope":{"type":"all_group_chats"}}""",
                """{"scope":{"type":"all_chat_administrators"}}""",
                """{"scope":{"type":"chat","chat_id":5}}""",
                """{"scope":{"type":"chat_administrators","chat_id":"@kanal"}}""",
            ],
            telegram.Requests.Select(request => request.Text));
    }

    [Fact]
    public void Buttons_are_added_to_the_last_row_or_to_a_new_one()
    {
        var keyboard = new InlineKeyboardMarkup()
            .AddButton("a", "1")
            .AddButtons(InlineKeyboardButton.WithCallbackData("b", "2"))
            .AddNewRow(InlineKeyboardButton.WithCallbackData("c", "3"));

        Assert.Equal([["a", "b"], ["c"]], keyboard.InlineKeyboard.Select(row => row.Select(button => button.Text)));
        Assert.Throws<InvalidOperationException>(() => new InlineKeyboardMarkup([Array.Empty<InlineKeyboardButton>()]).AddButton("a", "1"));
    }

    [Theory]
    [InlineData("123456:ABC-DEF_1", 123456)]
    [InlineData("1:sandbox", 1)]
    public void A_token_tells_the_number_of_its_bot(string token, long id) =>
        Assert.Equal(id, new TelegramBotClient(token).BotId);

    [Theory]
    [InlineData("canary")]
    [InlineData("canary:AAA")]
    [InlineData("1:")]
    [InlineData("1:canary/../x")]
    [InlineData("12345678901234567:canary")]
    public void A_malformed_token_is_refused_without_being_repeated(string token)
    {
        var refusal = Assert.Throws<ArgumentException>(() => new TelegramBotClientOptions(token));

        Assert.DoesNotContain("canary", refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Requests_go_to_telegram_unless_told_otherwise()
    {
        var usual = new TelegramBotClientOptions("1:a");
        var local = new TelegramBotClientOptions("1:a", "http://localhost:8081/");
        var testing = new TelegramBotClientOptions("1:a", useTestEnvironment: true);

        Assert.Equal(("https://api.telegram.org/bot1:a", "https://api.telegram.org/file/bot1:a"), (usual.BaseRequestUrl, usual.BaseFileUrl));
        Assert.Equal("http://localhost:8081/bot1:a", local.BaseRequestUrl);
        Assert.Equal("https://api.telegram.org/bot1:a/test", testing.BaseRequestUrl);
        Assert.Throws<ArgumentException>(() => new TelegramBotClientOptions("1:a", "localhost"));
    }
}
