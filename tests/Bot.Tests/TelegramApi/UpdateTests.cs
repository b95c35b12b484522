using System.Text.Json;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Kentongan.Bot.Tests.TelegramApi;

public sealed class UpdateTests
{
    [Fact]
    public async Task A_text_is_read_with_its_time_and_its_entities()
    {
        var update = await Received("""
            {"update_id":1,"message":{"message_id":7,"from":{"id":5,"is_bot":false,"first_name":"Canary"},"chat":{"id":5,"type":"private"},
             "date":1700000000,"edit_date":1700000060,"text":"/lapor","entities":[{"type":"bot_command","offset":0,"length":6}],
             "reply_to_message":{"message_id":6,"chat":{"id":5,"type":"private"},"date":1699999999,"text":"?"},"message_thread_id":3}}
            """);

        Assert.Equal((1, UpdateType.Message), (update.Id, update.Type));
        var message = update.Message!;
        Assert.Equal((7, 7, 3, "/lapor", MessageType.Text), (message.Id, message.MessageId, message.MessageThreadId, message.Text, message.Type));
        Assert.Equal((5L, false, 5L, ChatType.Private), (message.From!.Id, message.From.IsBot, message.Chat.Id, message.Chat.Type));
        Assert.Equal(new DateTime(2023, 11, 14, 22, 13, 20, DateTimeKind.Utc), message.Date);
        Assert.Equal((DateTimeKind.Utc, message.Date.AddMinutes(1)), (message.Date.Kind, message.EditDate!.Value));
        Assert.Equal(6, message.ReplyToMessage!.Id);
        var entity = Assert.Single(message.Entities!);
        Assert.Equal((MessageEntityType.BotCommand, 0, 6), (entity.Type, entity.Offset, entity.Length));
    }

    [Theory]
    [InlineData("""{"text":"x"}""", MessageType.Text)]
    [InlineData("""{"photo":[{"file_id":"f","file_unique_id":"u","width":1,"height":2,"file_size":3}]}""", MessageType.Photo)]
    [InlineData("""{"document":{"file_id":"f","file_name":"canary.pdf","mime_type":"application/pdf"}}""", MessageType.Document)]
    [InlineData("""{"animation":{"file_id":"f"},"document":{"file_id":"f"}}""", MessageType.Animation)]
    [InlineData("""{"video":{"file_id":"f","width":1,"height":2,"duration":3}}""", MessageType.Video)]
    [InlineData("""{"video_note":{"file_id":"f","length":1,"duration":3}}""", MessageType.VideoNote)]
    [InlineData("""{"voice":{"file_id":"f","duration":3}}""", MessageType.Voice)]
    [InlineData("""{"audio":{"file_id":"f","duration":3,"performer":"canary"}}""", MessageType.Audio)]
    [InlineData("""{"location":{"latitude":-6.5,"longitude":110.6}}""", MessageType.Location)]
    [InlineData("""{"venue":{"location":{"latitude":1,"longitude":2},"title":"t","address":"a"},"location":{"latitude":1,"longitude":2}}""", MessageType.Venue)]
    [InlineData("""{"contact":{"phone_number":"+62canary","first_name":"canary"}}""", MessageType.Contact)]
    [InlineData("""{"migrate_to_chat_id":-1001}""", MessageType.MigrateToChatId)]
    [InlineData("""{"sticker":{"file_id":"f"}}""", MessageType.Unknown)]
    public async Task A_message_says_of_which_kind_it_is(string content, MessageType type)
    {
        var update = await Received($$$"""{"update_id":1,"message":{"message_id":7,"date":1,"chat":{"id":5,"type":"private"},{{{content[1..^1]}}}}}""");

        Assert.Equal(type, update.Message!.Type);
    }

    [Fact]
    public async Task The_file_of_a_photo_is_read()
    {
        var update = await Received("""
            {"update_id":1,"message":{"message_id":7,"date":1,"chat":{"id":5,"type":"private"},"caption":"c","media_group_id":"g",
             "photo":[{"file_id":"f","width":1,"height":2,"file_size":5000000000}]}}
            """);

        var photo = Assert.Single(update.Message!.Photo!);
        Assert.Equal(("f", 1, 2, 5_000_000_000, "c", "g"), (photo.FileId, photo.Width, photo.Height, photo.FileSize, update.Message.Caption, update.Message.MediaGroupId));
    }

    [Fact]
    public async Task The_other_kinds_are_read()
    {
        var edited = await Received("""{"update_id":2,"edited_message":{"message_id":7,"date":1,"chat":{"id":5,"type":"private"},"text":"x"}}""");
        var pressed = await Received("""
            {"update_id":3,"callback_query":{"id":"q","from":{"id":5,"is_bot":false},"data":"d","chat_instance":"canary",
             "message":{"message_id":7,"date":0,"chat":{"id":5,"type":"private"}}}}
            """);
        var blocked = await Received("""
            {"update_id":4,"my_chat_member":{"chat":{"id":5,"type":"private"},"from":{"id":5,"is_bot":false},"date":1700000000,
             "old_chat_member":{"status":"member","user":{"id":1}},"new_chat_member":{"status":"kicked","user":{"id":1},"until_date":0}}}
            """);

        Assert.Equal((UpdateType.EditedMessage, "x"), (edited.Type, edited.EditedMessage!.Text));
        Assert.Equal((UpdateType.CallbackQuery, "q", 5L, "d"), (pressed.Type, pressed.CallbackQuery!.Id, pressed.CallbackQuery.From.Id, pressed.CallbackQuery.Data));
        Assert.Equal(default, pressed.CallbackQuery.Message!.Date);
        Assert.Equal(UpdateType.MyChatMember, blocked.Type);
        Assert.Equal(
            (ChatMemberStatus.Member, ChatMemberStatus.Kicked),
            (blocked.MyChatMember!.OldChatMember.Status, blocked.MyChatMember.NewChatMember.Status));
    }

    [Fact]
    public async Task An_unknown_kind_keeps_its_number_and_hurts_no_other()
    {
        using var telegram = new StubTelegram(StubTelegram.Says("""
            {"ok":true,"later":{"a":[1]},"result":[{"update_id":8,"telepathy":{"deep":[{"er":1}]}},
             {"update_id":9,"message":{"message_id":7,"date":1,"chat":{"id":5,"type":"private"},"text":"x"}}]}
            """));

        var updates = await telegram.Client().GetUpdates();

        Assert.Equal([(8, UpdateType.Unknown), (9, UpdateType.Message)], updates.Select(update => (update.Id, update.Type)));
    }

    [Fact]
    public async Task Unknown_words_are_read_as_none_and_numbers_may_be_text()
    {
        var update = await Received("""
            {"update_id":"12","message":{"message_id":"7","date":"1700000000","chat":{"id":"-1001234567890","type":"dream"},"text":"x",
             "entities":[{"type":"hologram","offset":"0","length":1},{"type":7,"offset":1,"length":1},{"type":null,"offset":2,"length":1}]}}
            """);

        Assert.Equal((12, 7, -1001234567890L), (update.Id, update.Message!.Id, update.Message.Chat.Id));
        Assert.Equal(1_700_000_000, new DateTimeOffset(update.Message.Date).ToUnixTimeSeconds());
        Assert.Equal(default, update.Message.Chat.Type);
        Assert.All(update.Message.Entities!, entity => Assert.Equal(default, entity.Type));
    }

    [Fact]
    public void A_webhook_can_read_updates_with_the_same_options()
    {
        var update = JsonSerializer.Deserialize<Update>("""{"update_id":3,"callback_query":{"id":"q","from":{"id":5}}}""", JsonBotAPI.Options)!;

        Assert.Equal((3, "q"), (update.Id, update.CallbackQuery!.Id));
    }

    [Fact]
    public async Task Answers_are_read_into_their_types()
    {
        using var telegram = new StubTelegram(
            StubTelegram.Says("""{"ok":true,"result":{"id":4242,"is_bot":true,"first_name":"Kentongan","username":"kentongan_bot"}}"""),
            StubTelegram.Says("""
                {"ok":true,"result":{"url":"https://x.example","has_custom_certificate":true,"pending_update_count":3,"last_error_date":1700000000,
                 "last_error_message":"Wrong response","max_connections":40,"allowed_updates":["message","dream"]}}
                """),
            StubTelegram.Says("""{"ok":true,"result":{"id":-5,"type":"supergroup","title":"canary"}}"""),
            StubTelegram.Says("""{"ok":true,"result":{"status":"restricted","user":{"id":9}}}"""));
        var bot = telegram.Client();

        var self = await bot.GetMe();
        var webhook = await bot.GetWebhookInfo();
        var chat = await bot.GetChat(-5);
        var member = await bot.GetChatMember(-5, 9);

        Assert.Equal((4242L, true, "kentongan_bot"), (self.Id, self.IsBot, self.Username));
        Assert.Equal(("https://x.example", true, 3, "Wrong response", 40), (webhook.Url, webhook.HasCustomCertificate, webhook.PendingUpdateCount, webhook.LastErrorMessage, webhook.MaxConnections));
        Assert.Equal([UpdateType.Message, UpdateType.Unknown], webhook.AllowedUpdates!);
        Assert.Equal(DateTime.UnixEpoch.AddSeconds(1_700_000_000), webhook.LastErrorDate);
        Assert.Equal((-5L, ChatType.Supergroup), (chat.Id, chat.Type));
        Assert.Equal(ChatMemberStatus.Restricted, member.Status);
    }

    private static async Task<Update> Received(string update)
    {
        using var telegram = new StubTelegram(StubTelegram.Says($$"""{"ok":true,"result":[{{update}}]}"""));
        return Assert.Single(await telegram.Client().GetUpdates());
    }
}
