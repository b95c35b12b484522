using System.Net;
using System.Text.RegularExpressions;
using Kentongan.Bot.Tests.Conversations;
using Kentongan.Bot.Tests.Offices;

namespace Kentongan.Bot.Tests.Transcripts;

/// <summary>Plays a <c>.chat</c> file of officers against the whole office; README.md has the format.</summary>
internal sealed partial class OfficerTranscript(string name, Office office)
{
    private const long Resident = 900;

    private readonly Dictionary<string, long> _chats = [];
    private readonly Dictionary<string, Queue<ChatLog.Bubble>> _fresh = [];
    private ChatLog.Bubble? _last;
    private string? _toast;
    private string _where = "";

    public async Task PlayAsync(IEnumerable<string> lines)
    {
        var number = 0;
        foreach (var line in lines)
        {
            _where = $"{name}:{++number}";
            if (line.Length > 0 && line[0] != '#')
            {
                await ReadAsync(line);
            }
        }
    }

    private Task ReadAsync(string line)
    {
        var (who, sign, rest) = Line().Match(line) is { Success: true } parts
            ? (parts.Groups[1].Value, parts.Groups[2].Value, parts.Groups[3].Value)
            : throw new ArgumentException($"{_where}: no such line: {line}");
        switch (sign)
        {
            case "!":
                return SetUpAsync(who, rest);
            case ">":
                return ActAsync(who, rest);
            case "<!":
                Assert.True(_toast is not null && Matches(_toast, rest), $"{_where}: the answer to the tap was: {_toast}");
                return Task.CompletedTask;
            case "<[":
                var shown = string.Join(' ', _last!.Buttons.Select(button => $"[{Screen.WithoutIcon(button.Label)}]"));
                Assert.True(Matches(shown, "[" + rest), $"{_where}: the buttons are {shown}");
                return Task.CompletedTask;
            default:
                Expect(who, rest);
                return Task.CompletedTask;
        }
    }

    private async Task SetUpAsync(string what, string rest)
    {
        switch (what)
        {
            case "office":
                foreach (var seat in rest.Split(' '))
                {
                    await office.BindAsync(seat.TrimEnd('~'), _chats[seat] = 101 + _chats.Count, deputy: seat.EndsWith('~'));
                }

                break;
            case "report":
                await WatchAsync(() => office.ReportAsync(Resident, "Pabriknya di gudang belakang.", rest));
                break;
            default:
                office.Clock.Now += TimeSpan.FromMinutes(int.Parse(rest, System.Globalization.CultureInfo.InvariantCulture));
                break;
        }
    }

    private Task ActAsync(string who, string what) => WatchAsync(async () =>
    {
        var answer = what switch
        {
            ['[', .. var label, ']'] => await TapAsync(who, label),
            ['+', 'p', 'h', 'o', 't', 'o', .. var caption] => await office.SendPhotoAsync(_chats[who], caption.TrimStart(':', ' ')),
            _ => await office.SayAsync(_chats[who], what),
        };
        _toast = answer.Toast;
    });

    private Task<Bot.Conversations.TurnAnswer> TapAsync(string who, string label)
    {
        var (message, button) = office.Telegram.Of(_chats[who]).Reverse()
            .SelectMany(bubble => bubble.Buttons.Select(button => (bubble.Id, button)))
            .FirstOrDefault(pair => Screen.WithoutIcon(pair.button.Label) == label || pair.button.Label == label);
        Assert.True(button.Data is not null, $"{_where}: no button [{label}]:\n{office.Telegram.Screen(_chats[who])}");
        return office.TapAsync(_chats[who], button.Data, message);
    }

    /// <summary>What is new or has changed in each chat afterwards.</summary>
    private async Task WatchAsync(Func<Task> act)
    {
        var before = _chats.ToDictionary(chat => chat.Key, chat => office.Telegram.Of(chat.Value).ToDictionary(bubble => bubble.Id));
        await act();
        foreach (var (who, chat) in _chats)
        {
            _fresh[who] = new Queue<ChatLog.Bubble>(office.Telegram.Of(chat).Where(bubble =>
                !before[who].TryGetValue(bubble.Id, out var old) || old.Html != bubble.Html || !old.Buttons.SequenceEqual(bubble.Buttons)));
        }
    }

    private void Expect(string who, string text)
    {
        Assert.True(_fresh[who].TryDequeue(out _last), $"{_where}: nothing more came to {who}:\n{office.Telegram.Screen(_chats[who])}");
        var said = WebUtility.HtmlDecode(Tags().Replace(_last.Html, "")).ReplaceLineEndings("\\n");
        Assert.True(Matches(said, text), $"{_where}: {who} reads: {said}");
    }

    private static bool Matches(string said, string pattern) =>
        Regex.IsMatch(said, $"^{Regex.Escape(pattern).Replace("…", "[\\s\\S]*", StringComparison.Ordinal)}$");

    [GeneratedRegex(@"^([a-z0-9~-]+)(<!|<\[|<|>|!) ?(.*)$")]
    private static partial Regex Line();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();
}
