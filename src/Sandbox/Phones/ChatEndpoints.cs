using Kentongan.Sandbox.Telegram;

namespace Kentongan.Sandbox.Phones;

/// <summary><c>/sandbox/chats/{chat}/…</c>: everything a finger can do in a chat.</summary>
internal static class ChatEndpoints
{
    private static readonly Problem NoPhone = new("No such chat, or the person does not take part in it.");
    private static readonly Problem BlockedHere = new("The bot is blocked in this chat; unblock it first.");

    public static void Map(IEndpointRouteBuilder app, TelegramWorld world)
    {
        var chats = app.MapGroup("/sandbox/chats/{chat:long}");
        chats.MapGet("/messages", (long chat) => world.FindChat(chat) is { } found
            ? JsonResult.List(found.Shown(), PhoneJson.Message)
            : Results.NotFound(NoPhone));
        chats.MapPost("/text", (long chat, NewText asked) => string.IsNullOrWhiteSpace(asked.Text)
            ? Results.BadRequest(new Problem("An empty text cannot be sent."))
            : Do(chat, asked.From, phone => phone.SendText(asked.Text.Trim(), asked.ReplyTo)));
        chats.MapPut("/messages/{id:int}", (long chat, int id, NewText asked) => Do(chat, asked.From, phone =>
            string.IsNullOrWhiteSpace(asked.Text) ? null : phone.EditText(id, asked.Text.Trim())));
        chats.MapPost("/start", (long chat, NewStart asked) => Do(chat, null, phone => phone.OpenLink(asked.Payload ?? DeepLink.Payload(asked.Link))));
        chats.MapPost("/location", (long chat, NewLocation asked) => asked is { Latitude: { } latitude, Longitude: { } longitude }
            && Math.Abs(latitude) <= 90 && Math.Abs(longitude) <= 180
            ? Do(chat, asked.From, phone => phone.SendLocation(latitude, longitude, asked.Accuracy))
            : Results.BadRequest(new Problem("A pin needs a latitude and a longitude.")));
        chats.MapPost("/contact", (long chat, NewContact asked) =>
            Do(chat, asked.From, phone => phone.SendContact(asked.Phone, asked.FirstName, asked.LastName)));
        chats.MapPost("/sticker", (long chat, NewSticker asked) => Do(chat, asked.From, phone => phone.SendSticker(asked.Emoji ?? "👍")));
        chats.MapPost("/poll", (long chat, NewPoll asked) =>
            Do(chat, asked.From, phone => phone.SendPoll(asked.Question ?? "?", asked.Options ?? ["Ya", "Tidak"])));
        chats.MapPost("/forward", (long chat, NewForward asked) => Do(chat, asked.From, phone => phone.Forward(
            asked.Text ?? "", asked.FromPerson is { } id ? world.FindPerson(id) : null, asked.FromName ?? "Seseorang")));
        chats.MapPost("/press", (long chat, Press asked) => Press(chat, asked));
        chats.MapPost("/key", (long chat, KeyPress asked) => Do(chat, asked.From, phone => PressKey(phone, asked)));
        chats.MapPost("/block", (long chat, BlockBot asked) => With(chat, asked.From, phone =>
        {
            (asked.Blocked ? (Action)phone.Block : phone.Unblock)();
            return Results.NoContent();
        }));
        chats.MapDelete("", (long chat) => With(chat, null, phone =>
        {
            phone.ClearChat();
            return Results.NoContent();
        }));
        FileEndpoints.Map(chats, Do);

        Phone? Find(long chatId, long? from)
        {
            var chat = world.FindChat(chatId);
            var person = chat?.Owner ?? chat?.Members.FirstOrDefault(member => member.Id == from);
            return chat is null || person is null ? null : new Phone(world, person, chat);
        }

        IResult With(long chatId, long? from, Func<Phone, IResult> act) => Find(chatId, from) is { } phone ? act(phone) : Results.NotFound(NoPhone);

        IResult Do(long chatId, long? from, Func<Phone, Message?> act) => With(chatId, from, phone =>
            phone.Chat.Standing != BotStanding.Member ? Results.Conflict(BlockedHere)
            : act(phone) is { } message ? JsonResult.Of(message)
            : Results.NotFound(new Problem("There is no such message or button to act on.")));

        IResult Press(long chatId, Press asked) => With(chatId, asked.From, phone =>
        {
            var query = asked.Data is { } data
                ? phone.Press(asked.MessageId, data)
                : phone.Press(asked.MessageId, asked.Row ?? 0, asked.Col ?? 0);
            return query is null
                ? Results.NotFound(new Problem("There is no such button."))
                : new JsonResult(json => PhoneJson.Query(json, query));
        });
    }

    /// <summary>A key sends its own words, or what it asks for.</summary>
    private static Message? PressKey(Phone phone, KeyPress asked)
    {
        var keys = phone.Messages.LastOrDefault(m => m is { Deleted: false, From: null, Markup: Markup.Keys or Markup.RemoveKeys })?.Markup as Markup.Keys;
        var key = asked.Text is { } text
            ? keys?.Rows.SelectMany(row => row).FirstOrDefault(k => k.Text == text)
            : keys?.Rows.ElementAtOrDefault(asked.Row ?? 0)?.ElementAtOrDefault(asked.Col ?? 0);
        return key switch
        {
            null => null,
            { AsksContact: true } => phone.SendContact(),
            { AsksLocation: true } when asked is { Latitude: { } latitude, Longitude: { } longitude } => phone.SendLocation(latitude, longitude),
            { AsksLocation: true } => null,
            _ => phone.SendText(key.Text),
        };
    }
}

/// <summary>Reads <c>https://t.me/bot?start=payload</c>.</summary>
internal static class DeepLink
{
    public static string? Payload(string? link) =>
        link is not null && Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Host is "t.me" or "telegram.me"
            ? System.Web.HttpUtility.ParseQueryString(uri.Query)["start"]
            : null;
}
