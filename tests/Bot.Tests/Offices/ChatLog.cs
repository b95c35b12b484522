using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Telegram.Bot;

namespace Kentongan.Bot.Tests.Offices;

/// <summary>A Telegram that takes everything and remembers what stands in each chat.</summary>
internal sealed partial class ChatLog : HttpMessageHandler
{
    private readonly Lock _gate = new();
    private readonly Dictionary<long, List<Bubble>> _chats = [];
    private readonly HashSet<(long Chat, int Id)> _deleted = [];
    private readonly Dictionary<(long Chat, int Id), DateTimeOffset> _said = []; // numbers from one row for all chats, as a bot has them
    private int _last = 100;

    public Func<DateTimeOffset> Now { get; init; } = () => DateTimeOffset.UnixEpoch;

    /// <summary>Whether a message that is too old spoils the deletion of those beside it, or is passed over.</summary>
    public bool OneSpoilsAll { get; set; }

    /// <summary>What Telegram says no to, by method and body: a code and words.</summary>
    public Func<string, string, (int Code, string Words)?>? Refuse { get; set; }

    /// <summary>Every call with its body, in order.</summary>
    public List<(string Method, string Body)> Calls { get; } = [];

    public IReadOnlyList<Bubble> Of(long chat) => _chats.GetValueOrDefault(chat) ?? [];

    public string Screen(long chat) => string.Join('\n', Of(chat).TakeLast(6).Select(bubble => $"{bubble.Id}: {bubble.Html.ReplaceLineEndings(" / ")} [{string.Join(" | ", bubble.Buttons.Select(button => button.Label))}]"));

    public (int Message, string Data)? Find(long chat, string label) => Of(chat).Reverse()
        .SelectMany(bubble => bubble.Buttons.Select(button => (bubble.Id, button)))
        .Where(pair => pair.button.Label.StartsWith(label, StringComparison.Ordinal))
        .Select(pair => ((int, string)?)(pair.Id, pair.button.Data))
        .FirstOrDefault();

    /// <summary>What the person wrote themselves and has not been deleted.</summary>
    public IReadOnlyList<int> Own(long chat) => [.. _said.Keys.Where(said => said.Chat == chat && !_deleted.Contains(said) && Of(chat).All(bubble => bubble.Id != said.Id)).Select(said => said.Id)];

    /// <summary>A person writes.</summary>
    public void Hear(long chat)
    {
        lock (_gate)
        {
            Number(chat);
        }
    }

    /// <summary>Others talk to the bot meanwhile.</summary>
    public void Pass(int messages) => _last += messages;

    /// <summary>Receipts that were given in a chat.</summary>
    public IEnumerable<string> Codes(long chat) => Of(chat).Select(bubble => Code().Match(bubble.Html)).Where(match => match.Success)
        .Select(match => match.Groups[1].Value);

    public ITelegramBotClient Client() => new TelegramBotClient(new TelegramBotClientOptions("1:sandbox", "http://telegram.test") { RetryThreshold = 0 }, new HttpClient(this));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is { } content ? await content.ReadAsStringAsync(cancellationToken) : "";
        lock (_gate)
        {
            var method = request.RequestUri!.Segments[^1];
            Calls.Add((method, body));
            if ((Refuse?.Invoke(method, body) ?? Gone(method, body) ?? Undeletable(method, body)) is var (code, words))
            {
                return new HttpResponseMessage((HttpStatusCode)code)
                {
                    Content = new StringContent($$$"""{"ok":false,"error_code":{{{code}}},"description":"{{{words}}}","parameters":{"retry_after":3}}""", Encoding.UTF8, "application/json"),
                };
            }

            Delete(method, body);
            var message = method.StartsWith("send", StringComparison.Ordinal) || method.StartsWith("edit", StringComparison.Ordinal) ? Keep(method, body) : 0;
            var answer = message == 0 ? "true" : $$$"""{"message_id":{{{message}}},"date":1700000000,"chat":{"id":5,"type":"private"}}""";
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent($$"""{"ok":true,"result":{{answer}}}""", Encoding.UTF8, "application/json") };
        }
    }

    /// <summary>A message that was deleted cannot be changed.</summary>
    private (int, string)? Gone(string method, string body)
    {
        if (!method.StartsWith("edit", StringComparison.Ordinal))
        {
            return null;
        }

        using var json = JsonDocument.Parse(body);
        return _deleted.Contains((ChatIn(json.RootElement), json.RootElement.GetProperty("message_id").GetInt32())) ? (400, "Bad Request: message to edit not found") : null;
    }

    private void Delete(string method, string body)
    {
        if (method is not ("deleteMessage" or "deleteMessages"))
        {
            return;
        }

        var (chat, ids) = Named(method, body);
        foreach (var id in ids.Where(id => _said.TryGetValue((chat, id), out var at) && !IsOld(at)))
        {
            _deleted.Add((chat, id));
            _chats.GetValueOrDefault(chat)?.RemoveAll(bubble => bubble.Id == id);
        }
    }

    /// <summary>What is not in the chat, or older than two days.</summary>
    private (int, string)? Undeletable(string method, string body)
    {
        if (method != "deleteMessage" && !(method == "deleteMessages" && OneSpoilsAll))
        {
            return null;
        }

        var (chat, ids) = Named(method, body);
        var found = ids.Where(id => _said.ContainsKey((chat, id)) && !_deleted.Contains((chat, id))).ToList();
        return found.Exists(id => IsOld(_said[(chat, id)])) ? (400, "Bad Request: message can't be deleted for everyone")
            : method == "deleteMessage" && found.Count == 0 ? (400, "Bad Request: message to delete not found")
            : null;
    }

    private static (long Chat, IReadOnlyList<int> Ids) Named(string method, string body)
    {
        using var json = JsonDocument.Parse(body);
        return (ChatIn(json.RootElement), method == "deleteMessage"
            ? [json.RootElement.GetProperty("message_id").GetInt32()]
            : [.. json.RootElement.GetProperty("message_ids").EnumerateArray().Select(id => id.GetInt32())]);
    }

    private bool IsOld(DateTimeOffset at) => Now() - at > TimeSpan.FromHours(48);

    private int Number(long chat)
    {
        _said.Add((chat, ++_last), Now());
        return _last;
    }

    private static long ChatIn(JsonElement call) => call.GetProperty("chat_id") is { ValueKind: JsonValueKind.Number } number
        ? number.GetInt64()
        : long.Parse(call.GetProperty("chat_id").GetString()!, CultureInfo.InvariantCulture);

    private int Keep(string method, string body)
    {
        if (!body.StartsWith('{'))
        {
            return ++_last; // a file
        }

        using var json = JsonDocument.Parse(body);
        var call = json.RootElement;
        var chat = ChatIn(call);
        var standing = _chats.TryGetValue(chat, out var known) ? known : _chats[chat] = [];
        var buttons = call.TryGetProperty("reply_markup", out var markup) && markup.TryGetProperty("inline_keyboard", out var rows)
            ? rows.EnumerateArray().SelectMany(row => row.EnumerateArray()).Select(button => (button.GetProperty("text").GetString()!, button.GetProperty("callback_data").GetString()!)).ToList()
            : [];
        var html = call.TryGetProperty("text", out var text) ? text.GetString()! : null;
        var id = call.TryGetProperty("message_id", out var edited) ? edited.GetInt32() : Number(chat);
        if (standing.FindIndex(bubble => bubble.Id == id) is >= 0 and var at)
        {
            standing[at] = new Bubble(id, html ?? standing[at].Html, buttons);
        }
        else
        {
            standing.Add(new Bubble(id, html ?? "", buttons));
            _said.TryAdd((chat, id), Now()); // one that a test made up
        }

        return id;
    }

    [GeneratedRegex("<code>((?:[a-z]{6} ){7}[a-z]{6})</code>")]
    private static partial Regex Code();

    internal sealed record Bubble(int Id, string Html, IReadOnlyList<(string Label, string Data)> Buttons);
}
