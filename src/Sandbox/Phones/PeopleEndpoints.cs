using Kentongan.Sandbox.Telegram;

namespace Kentongan.Sandbox.Phones;

/// <summary>The bot, the people, their chats and files, and the answers to taps.</summary>
internal static class PeopleEndpoints
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    public static void Map(IEndpointRouteBuilder app, TelegramWorld world)
    {
        app.MapGet("/sandbox/bot", () => new JsonResult(json =>
        {
            json.WriteStartObject();
            json.WriteString("name", world.Bot.Name);
            json.WriteString("username", world.Bot.Username);
            json.WriteString("description", world.Bot.Description);
            json.WriteStartArray("commands");
            foreach (var line in world.Bot.Commands)
            {
                json.WriteStartObject();
                json.WriteString("command", line.Command);
                json.WriteString("description", line.Description);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }));
        app.MapGet("/sandbox/people", () => JsonResult.List(world.People, PhoneJson.Person));
        app.MapPost("/sandbox/people", (NewPerson asked) => string.IsNullOrWhiteSpace(asked.Name)
            ? Results.BadRequest(new Problem("A person needs a name."))
            : Person(world.AddPerson(asked.Name, asked.Username, asked.Language, asked.Role)));
        app.MapGet("/sandbox/chats", () => JsonResult.List(world.Chats, PhoneJson.Chat));
        app.MapPost("/sandbox/groups", (NewGroup asked) => AddGroup(world, asked));
        app.MapGet("/sandbox/answers/{id}", (string id, double? wait, CancellationToken ct) => AnswerAsync(world, id, wait, ct));
        app.MapGet("/sandbox/files/{id}", (string id) => File(world, id));
    }

    private static JsonResult Person(Person person) => new(json => PhoneJson.Person(json, person));

    private static IResult AddGroup(TelegramWorld world, NewGroup asked)
    {
        var people = (asked.People ?? []).Select(world.FindPerson).OfType<Person>().ToArray();
        if (string.IsNullOrWhiteSpace(asked.Title) || people.Length == 0)
        {
            return Results.BadRequest(new Problem("A group needs a title and at least one known person."));
        }

        var chat = world.AddGroup(asked.Title, people);
        MemberJson.Announce(world, chat, people[0], BotStanding.Left);
        world.Hear(chat, id => new Message(id, chat, world.Clock.GetUtcNow()) { From = people[0], Attachment = new Attachment.BotJoined() });
        return new JsonResult(json => PhoneJson.Chat(json, chat));
    }

    private static async Task<IResult> AnswerAsync(TelegramWorld world, string id, double? wait, CancellationToken ct)
    {
        if (world.Callbacks.Find(id) is not { } query)
        {
            return Results.NotFound(new Problem("No tap has this id."));
        }

        if (wait is > 0)
        {
            var patience = TimeSpan.FromSeconds(Math.Min(wait.Value, LongestWait.TotalSeconds));
            await Task.WhenAny(query.Answer, Task.Delay(patience, TimeProvider.System, ct));
        }

        return new JsonResult(json => PhoneJson.Query(json, query));
    }

    /// <summary>Shown by the page only where a browser draws it safely; everything else is offered to save.</summary>
    private static IResult File(TelegramWorld world, string id)
    {
        if (world.Files.Find(id) is not { } file)
        {
            return Results.NotFound();
        }

        var shown = file.Mime is "image/jpeg" or "image/png" or "image/webp" or "video/mp4" or "audio/ogg" or "audio/mpeg" or "audio/webm";
        return shown ? Results.Bytes(file.Bytes, file.Mime) : Results.Bytes(file.Bytes, "application/octet-stream", file.Name ?? "berkas");
    }
}
