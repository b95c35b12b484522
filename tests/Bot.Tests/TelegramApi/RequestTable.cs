using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace Kentongan.Bot.Tests.TelegramApi;

/// <summary>Each method, and what it must look like on the wire.</summary>
internal static class RequestTable
{
    public const string True = """{"ok":true,"result":true}""";

    public static readonly Dictionary<string, Row> Rows = new()
    {
        ["GetUpdates"] = new(
            bot => bot.GetUpdates(
                offset: 11, limit: 50, timeout: 30, allowedUpdates: [UpdateType.Message, UpdateType.CallbackQuery, UpdateType.MyChatMember]),
            """{"offset":11,"limit":50,"timeout":30,"allowed_updates":["message","callback_query","my_chat_member"]}""",
            """{"ok":true,"result":[]}"""),
        ["SetWebhook"] = new(
            bot => bot.SetWebhook("https://x.example/h", maxConnections: 4, allowedUpdates: [], dropPendingUpdates: true, secretToken: "s"),
            """{"url":"https://x.example/h","max_connections":4,"allowed_updates":[],"drop_pending_updates":true,"secret_token":"s"}""",
            True),
        ["DeleteWebhook"] = new(bot => bot.DeleteWebhook(dropPendingUpdates: true), """{"drop_pending_updates":true}""", True),
        ["GetWebhookInfo"] = new(bot => bot.GetWebhookInfo(), "{}", """{"ok":true,"result":{"url":"","pending_update_count":0}}"""),
        ["GetMe"] = new(bot => bot.GetMe(), "{}", """{"ok":true,"result":{"id":4242,"is_bot":true,"username":"a_bot"}}"""),
        ["SendMessage"] = new(
            bot => bot.SendMessage(
                5,
                "Halo 🙏 <b>Bapak</b>",
                parseMode: ParseMode.Html,
                replyParameters: 6,
                replyMarkup: new InlineKeyboardMarkup().AddButton("Terima", "t1").AddNewRow(InlineKeyboardButton.WithUrl("Peta", "https://m.example/")),
                linkPreviewOptions: new LinkPreviewOptions { IsDisabled = true },
                disableNotification: true,
                protectContent: true),
            """
            {"chat_id":5,"text":"Halo 🙏 <b>Bapak</b>","parse_mode":"HTML","reply_parameters":{"message_id":6},
             "reply_markup":{"inline_keyboard":[[{"text":"Terima","callback_data":"t1"}],[{"text":"Peta","url":"https://m.example/"}]]},
             "link_preview_options":{"is_disabled":true},"disable_notification":true,"protect_content":true}
            """,
            StubTelegram.AMessage),
        ["SendPhoto"] = new(
            bot => bot.SendPhoto(5, InputFile.FromFileId("f1"), caption: "c", parseMode: ParseMode.MarkdownV2, protectContent: true),
            """{"chat_id":5,"photo":"f1","caption":"c","parse_mode":"MarkdownV2","protect_content":true}""",
            StubTelegram.AMessage),
        ["SendDocument"] = new(
            bot => bot.SendDocument("@kanal", InputFile.FromUri("https://x.example/a.pdf"), replyMarkup: new ReplyKeyboardRemove()),
            """{"chat_id":"@kanal","document":"https://x.example/a.pdf","reply_markup":{"remove_keyboard":true}}""",
            StubTelegram.AMessage),
        ["SendVideo"] = new(
            bot => bot.SendVideo(5, InputFile.FromFileId("f1"), hasSpoiler: true, supportsStreaming: true),
            """{"chat_id":5,"video":"f1","has_spoiler":true,"supports_streaming":true}""",
            StubTelegram.AMessage),
        ["SendVoice"] = new(
            bot => bot.SendVoice(5, InputFile.FromFileId("f1"), replyMarkup: new ForceReplyMarkup { Selective = true }),
            """{"chat_id":5,"voice":"f1","reply_markup":{"force_reply":true,"selective":true}}""",
            StubTelegram.AMessage),
        ["SendAudio"] = new(
            bot => bot.SendAudio(5, InputFile.FromFileId("f1"), parseMode: ParseMode.Markdown, captionEntities: [new() { Type = MessageEntityType.Bold, Length = 2 }]),
            """{"chat_id":5,"audio":"f1","parse_mode":"Markdown","caption_entities":[{"type":"bold","offset":0,"length":2}]}""",
            StubTelegram.AMessage),
        ["SendLocation"] = new(
            bot => bot.SendLocation(
                5,
                0,
                -6.59,
                replyMarkup: new ReplyKeyboardMarkup(KeyboardButton.WithRequestLocation("Kirim lokasi"), "Lewati") { ResizeKeyboard = true, OneTimeKeyboard = true }),
            """
            {"chat_id":5,"latitude":0,"longitude":-6.59,"reply_markup":{"keyboard":
             [[{"text":"Kirim lokasi","request_location":true},{"text":"Lewati"}]],"resize_keyboard":true,"one_time_keyboard":true}}
            """,
            StubTelegram.AMessage),
        ["SendMediaGroup"] = new(
            bot => bot.SendMediaGroup(
                5,
                [new InputMediaPhoto(InputFile.FromFileId("f1")) { Caption = "c", ParseMode = ParseMode.Html }, new InputMediaVideo(InputFile.FromFileId("f2"))],
                protectContent: true),
            """
            {"chat_id":5,"protect_content":true,"media":[{"type":"photo","media":"f1","caption":"c","parse_mode":"HTML"},{"type":"video","media":"f2"}]}
            """,
            """{"ok":true,"result":[]}"""),
        ["SendChatAction"] = new(
            bot => bot.SendChatAction(5, ChatAction.UploadPhoto), """{"chat_id":5,"action":"upload_photo"}""", True),
        ["EditMessageText"] = new(
            bot => bot.EditMessageText(5, 7, "Ditutup.", parseMode: ParseMode.Html, replyMarkup: InlineKeyboardMarkup.Empty()),
            """{"chat_id":5,"message_id":7,"text":"Ditutup.","parse_mode":"HTML","reply_markup":{"inline_keyboard":[]}}""",
            StubTelegram.AMessage),
        ["EditMessageCaption"] = new(
            bot => bot.EditMessageCaption(5, 7, "c"), """{"chat_id":5,"message_id":7,"caption":"c"}""", StubTelegram.AMessage),
        ["EditMessageReplyMarkup"] = new(
            bot => bot.EditMessageReplyMarkup(5, 7), """{"chat_id":5,"message_id":7}""", StubTelegram.AMessage),
        ["DeleteMessage"] = new(bot => bot.DeleteMessage(5, 7), """{"chat_id":5,"message_id":7}""", True),
        ["DeleteMessages"] = new(bot => bot.DeleteMessages(5, [7, 8]), """{"chat_id":5,"message_ids":[7,8]}""", True),
        ["AnswerCallbackQuery"] = new(
            bot => bot.AnswerCallbackQuery("q1", text: "Sudah.", showAlert: true, cacheTime: 0),
            """{"callback_query_id":"q1","text":"Sudah.","show_alert":true,"cache_time":0}""",
            True),
        ["GetFile"] = new(bot => bot.GetFile("f1"), """{"file_id":"f1"}""", """{"ok":true,"result":{"file_id":"f1"}}"""),
        ["SetMyCommands"] = new(
            bot => bot.SetMyCommands([new BotCommand("lapor", "Buat laporan")], scope: BotCommandScope.ChatMember(-100, 9), languageCode: "id"),
            """
            {"commands":[{"command":"lapor","description":"Buat laporan"}],"scope":{"type":"chat_member","chat_id":-100,"user_id":9},"language_code":"id"}
            """,
            True),
        ["DeleteMyCommands"] = new(
            bot => bot.DeleteMyCommands(scope: BotCommandScope.AllPrivateChats()), """{"scope":{"type":"all_private_chats"}}""", True),
        ["SetMyDescription"] = new(
            bot => bot.SetMyDescription("d", languageCode: "id"), """{"description":"d","language_code":"id"}""", True),
        ["SetMyShortDescription"] = new(bot => bot.SetMyShortDescription("d"), """{"short_description":"d"}""", True),
        ["GetChat"] = new(bot => bot.GetChat(5), """{"chat_id":5}""", """{"ok":true,"result":{"id":5,"type":"group"}}"""),
        ["GetChatMember"] = new(
            bot => bot.GetChatMember(5, 9), """{"chat_id":5,"user_id":9}""", """{"ok":true,"result":{"status":"member"}}"""),
        ["LeaveChat"] = new(bot => bot.LeaveChat(5), """{"chat_id":5}""", True),
    };

    internal sealed record Row(Func<ITelegramBotClient, Task> Call, string Body, string Answer);
}
