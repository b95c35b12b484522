using System.Globalization;
using System.Text.RegularExpressions;
using Kentongan.Bot.Conversations;
using Kentongan.Bot.Conversations.Help;
using Kentongan.Bot.Conversations.Phrases;
using Kentongan.Bot.Tests.Conversations;
using Kentongan.Domain.Help;
using Kentongan.Domain.Places;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Evidence;
using Kentongan.Triage.Help;
using Kentongan.Triage.Reports;

namespace Kentongan.Bot.Tests.Transcripts;

/// <summary>Plays a <c>.chat</c> file against the conversation; README.md has the format.</summary>
internal sealed class Transcript(string name)
{
    private readonly Dictionary<int, HelpView> _talks = [];
    private Screen _screen = new(Jepara.Context);
    private readonly Dictionary<int, ReporterView> _reports = [];
    private readonly Queue<Said> _expected = [];
    private string _where = "";
    private int _photos;
    private Said? _last;

    /// <summary>One thing that came out of a turn.</summary>
    private sealed record Said(string Kind, string Text, IReadOnlyList<string> Buttons);

    public void Play(IEnumerable<string> lines)
    {
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            _where = $"{name}:{number}";
            if (line.Length > 0 && line[0] != '#')
            {
                Read(line);
            }
        }

        NothingLeft();
    }

    private void Read(string line)
    {
        switch (line)
        {
            case ['!', ' ', .. var setup]:
                SetUp(setup.Split(' '));
                break;
            case ['>', ' ', .. var done]:
                NothingLeft();
                Take(_screen.Do(InputOf(Unescaped(done))));
                break;
            case ['<', '[', ..]:
                Buttons(line[1..]);
                break;
            case ['<', '!', ' ', .. var toast]:
                Expect("toast", toast);
                break;
            case ['<', ' ', .. var text]:
                Expect("says", Unescaped(text));
                break;
            case ['*', ' ', .. var effect]:
                Expect("does", effect);
                break;
            case "= silence":
                NothingLeft();
                break;
            default:
                Assert.Fail($"{_where}: no such line: {line}");
                break;
        }
    }

    private void NothingLeft()
    {
        while (_expected.TryPeek(out var left) && left.Kind == "toast")
        {
            _expected.Dequeue();
        }

        Assert.True(_expected.Count == 0, _expected.TryPeek(out var one) ? $"{_where}: before this the bot also {one.Kind}: {one.Text}\n{string.Join(' ', one.Buttons)}" : "");
    }

    private void Expect(string kind, string text)
    {
        if (kind != "toast" && _expected.TryPeek(out var first) && first.Kind == "toast")
        {
            _expected.Dequeue();
        }

        Assert.True(_expected.TryDequeue(out _last), $"{_where}: expected “{text}”, but nothing more came");
        Assert.True(
            _last.Kind == kind && Matches(_last.Text, text),
            $"{_where}: expected it {kind} “{text}”, but it {_last.Kind}: {_last.Text}\n{string.Join(' ', _last.Buttons)}");
    }

    private void Buttons(string wanted)
    {
        var shown = string.Join(' ', _last!.Buttons.Select(button => $"[{button}]"));
        Assert.True(Matches(shown, wanted), $"{_where}: the buttons are {shown}");
    }

    private void Take(Turn turn)
    {
        var book = Phrasebook.For(turn.Next.Language);
        if (turn.Toast is { } toast)
        {
            _expected.Enqueue(new Said("toast", book.Plain(toast), []));
        }

        foreach (var effect in turn.Effects)
        {
            _expected.Enqueue(effect is Effect.Say say
                ? new Said("says", Screen.PlainOf(say.Text, book), [.. say.Choices.SelectMany(row => row).Select(choice => Screen.WithoutIcon(book.Plain(choice.Label)))])
                : new Said("does", Told(effect), []));
        }
    }

    private static string Told(Effect effect) => effect switch
    {
        Effect.File(var filing) => string.Join(' ', ((string?[])
        [
            "files", filing.Category, filing.Place?.Desa?.Value ?? filing.Place?.Kecamatan.Value ?? "nowhere", filing.Happening.ToString(),
            filing.Supply is { } supply ? $"from={supply.Desa?.Value ?? supply.Kecamatan.Value}" : null, $"official={filing.Accused}", filing.Pin is null ? null : "pin", $"files={filing.Evidence.Count}", $"story={string.Join(" / ", filing.Story)}",
        ]).OfType<string>()),
        Effect.AddToReport(_, var text, var evidence) => $"adds {text ?? "-"}{(evidence is null ? "" : " +file")}",
        Effect.TellOfVictims(_, var told, var at) => $"tells of victims {told}{(at is null ? "" : " at a point")}",
        HelpEffect.Ask(var need, var words) => $"asks for help {need.For?.ToString() ?? "-"} {need.Age?.ToString() ?? "-"} {need.Substance?.ToString() ?? "-"} {need.Urgency?.ToString() ?? "-"} {need.Kecamatan?.Value ?? "-"} words={string.Join(" / ", words)}",
        HelpEffect.Write(_, var words, var danger) => $"writes to the counsellor {string.Join(" / ", words)}{(danger ? " (danger)" : "")}",
        HelpEffect.Tell { On: true } => "asks for news of help",
        HelpEffect.Tell => "wants no more news of help",
        HelpEffect.Close => "closes the help conversation",
        HelpEffect.Erase => "erases the help conversation",
        Effect.Withdraw => "withdraws",
        Effect.Follow { On: true } => "asks for news",
        Effect.Follow => "wants no more news",
        Effect.AskErasure(var inHand) => $"asks whether to erase traces{(inHand is null ? "" : ", and shows the code in hand")}",
        Effect.EraseTraces(var evidence) => $"erases traces, {evidence.Count} files",
        Effect.Confirm => "confirms",
        Effect.Object(_, var reason) => $"objects {reason}",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private ChatInput InputOf(string done) => done switch
    {
        ['/', .. var command] => new ChatInput.Command(command.Split(' ')[0], command.Contains(' ', StringComparison.Ordinal) ? command[(command.IndexOf(' ', StringComparison.Ordinal) + 1)..] : ""),
        ['@', ' ', .. var point] => new ChatInput.Pin(PointOf(point)),
        ['[', .. var button, ']'] => Tapped(button),
        ['+', .. var thing] => ThingOf(thing),
        _ => new ChatInput.Words(CleanText.From(done) ?? throw new ArgumentException($"{_where}: nothing is left of that text")),
    };

    private ChatInput Tapped(string button)
    {
        var data = _screen.Find(button) ?? (button.Contains(':', StringComparison.Ordinal) || button == "send" ? button : null);
        Assert.True(data is not null, $"{_where}: no button [{button}]; there are {string.Join(' ', _screen.Buttons.Select(one => $"[{Screen.WithoutIcon(one.Label)}]"))}");
        return data.Split(':') is ["r", var action, var token]
            ? Shown(Enumerable.Range(0, 10).First(number => Jepara.Receipt(number).Token == token), action)
            : data.Split(':') is ["h", var asked, var help]
            ? Helped(Enumerable.Range(0, 10).First(number => Jepara.HelpReceipt(number).Token == help), asked)
            : new ChatInput.Tap(data);
    }

    private ChatInput.HelpShown Helped(int number, string action) => new(Jepara.HelpReceipt(number), action, _talks.GetValueOrDefault(number));

    private ChatInput ThingOf(string thing)
    {
        var colon = thing.IndexOf(": ", StringComparison.Ordinal);
        var caption = colon < 0 ? null : thing[(colon + 2)..];
        return (colon < 0 ? thing : thing[..colon]).Split(' ') switch
        {
            ["photo"] => new ChatInput.Evidence(Jepara.Photo(++_photos), caption, null),
            ["photo", "album", var album] => new ChatInput.Evidence(Jepara.Photo(++_photos), caption, album),
            ["refused", var why] => new ChatInput.EvidenceRefused(Enum.Parse<CleaningRefusal>(why), caption),
            ["voice"] when ResidentConversation.Wants(_screen.State, voice: true) == FileWish.WarnFirst => new ChatInput.VoiceUnwarned(),
            ["voice"] => new ChatInput.Evidence(Jepara.Photo(++_photos) with { Kind = "voice" }, null, null),
            ["unasked"] => new ChatInput.FileUnasked(),
            ["contact"] => new ChatInput.Contact(),
            ["edit"] => new ChatInput.Edited(),
            ["sticker"] => new ChatInput.SomethingElse(),
            ["noreceipt"] => new ChatInput.NoReceipt(),
            ["help", var number, .. var action] => Helped(int.Parse(number, CultureInfo.InvariantCulture), action.Length > 0 ? action[0] : ""),
            ["receipt", var number] => Shown(int.Parse(number, CultureInfo.InvariantCulture), ""),
            ["receipt", var number, var action] => Shown(int.Parse(number, CultureInfo.InvariantCulture), action),
            _ => throw new ArgumentException($"{_where}: no such thing: {thing}"),
        };
    }

    private ChatInput.ReceiptShown Shown(int number, string action) =>
        new(Jepara.Receipt(number), action, _reports.GetValueOrDefault(number));

    private void SetUp(string[] words)
    {
        if (words[0] == "unattended")
        {
            _screen = new Screen(Jepara.Context with { HelpIsAttended = false });
            return;
        }

        if (words[0] == "help")
        {
            _talks[int.Parse(words[1], CultureInfo.InvariantCulture)] = Jepara.Talk(
                Enum.Parse<HelpStatus>(words[2]), words.Contains("answered"), words.Contains("followed"));
            return;
        }

        var status = Enum.Parse<ReportStatus>(words[2]);
        var closed = status == ReportStatus.Closed;
        _reports[int.Parse(words[1], CultureInfo.InvariantCulture)] = Jepara.View(
            status,
            closed ? ResidentWord.Selesai : status is ReportStatus.Received or ReportStatus.Offered ? ResidentWord.Diterima : ResidentWord.Ditangani,
            closed ? ReportOutcome.ActedUpon : null,
            open: !closed,
            canReopen: words.Contains("reopen"),
            canWithdraw: !closed && !words.Contains("emergency"),
            question: words.Contains("question") ? "Warungnya yang cat hijau?" : null,
            result: words.Contains("result") ? "Warung sudah ditutup & didata <petugas>." : null);
    }

    private static Coordinates PointOf(string text) =>
        text.Split(',') is [var lat, var lon]
            ? new Coordinates(double.Parse(lat, CultureInfo.InvariantCulture), double.Parse(lon, CultureInfo.InvariantCulture))
            : throw new ArgumentException("a pin is lat, lon");

    private static bool Matches(string said, string pattern) =>
        Regex.IsMatch(said, $"^{Regex.Escape(pattern).Replace("…", "[\\s\\S]*", StringComparison.Ordinal)}$");

    private static string Unescaped(string text) => Regex.Replace(
        text.Replace("\\n", "\n", StringComparison.Ordinal),
        @"\\u([0-9a-fA-F]{4})",
        match => ((char)int.Parse(match.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());
}
