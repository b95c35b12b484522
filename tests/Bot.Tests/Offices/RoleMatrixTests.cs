using System.CommandLine;
using System.Text;
using System.Text.RegularExpressions;
using Kentongan.Bot.Commands;
using Kentongan.Bot.Conversations;
using Kentongan.Bot.Conversations.Officers;
using Kentongan.Domain;
using Kentongan.Triage.Officers;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Bot.Tests.Offices;

/// <summary>Who may do what, tried through the real handlers and taken back each time (threat-model 4, row 23; policy 2 and 5.4).</summary>
public sealed class RoleMatrixTests
{
    private const long Siti = 7_000_000_001;

    private static readonly string[] Roles =
        ["camat", "camat~", "kapolsek", "kapolsek~", "danramil", "satpol-pp", "koordinator", "auditor", "inspektorat", "removed", "nobody"];

    [Fact]
    public async Task Every_action_of_a_card_in_every_state_is_for_these_and_nobody_else()
    {
        var table = new StringBuilder("\n");
        var seen = new HashSet<CardAction>();
        foreach (var (name, kind, accused, kecamatan, steps) in RoleMatrix.Situations)
        {
            await using var office = await Office.OpenAsync();
            var people = await PeopleAsync(office);
            await office.ReportAsync(Siti, kind: kind, accused: accused, kecamatan: kecamatan);
            foreach (var (role, label, words) in steps)
            {
                await office.PressAsync(ChatOf(role), label);
                if (words is not null)
                {
                    await office.SayAsync(ChatOf(role), words);
                }
            }

            table.Append(name).Append('\n');
            await Assert.ThrowsAsync<TakenBackException>(() => office.CommitAsync<bool>(async unit =>
            {
                foreach (var action in Enum.GetValues<CardAction>())
                {
                    var may = new List<string>();
                    foreach (var role in Roles)
                    {
                        if (await MayAsync(office, unit, people, role, action))
                        {
                            may.Add(role);
                        }
                    }

                    seen.UnionWith(may.Count > 0 ? [action] : []);
                    table.Append(may.Count > 0 ? $"  {action}: {string.Join(' ', may)}\n" : "");
                }

                throw new TakenBackException();
            }));
        }

        Assert.Equal(RoleMatrix.Expected, table.ToString());
        Assert.Equal(Enum.GetValues<CardAction>().Except(RoleMatrix.TriedElsewhere), seen.Order()); // a new action needs a situation in which somebody may do it
    }

    [Fact]
    public async Task Every_command_of_an_officer_is_for_officers_and_shows_each_their_own()
    {
        var source = await File.ReadAllTextAsync(Path.Combine(Root(), "src", "Bot", "Conversations", "Officers", "OfficerDesk.cs"));
        var commands = Regex.Matches(source, "\"(/[a-z]+)\"").Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(["/bantuan", "/batal", "/cuti", "/masuk", "/operasi", "/rekap", "/tugas"], commands); // a new one needs a row below

        await using var office = await Office.OpenAsync();
        await PeopleAsync(office);
        await office.ReportAsync(Siti, kind: "miras.produksi");
        var table = new StringBuilder("\n");
        foreach (var role in Roles)
        {
            table.Append($"{role}: {await AnsweredAsync(office, role, "/tugas")} {await AnsweredAsync(office, role, "/rekap")}\n");
        }

        Assert.Equal(RoleMatrix.Commands, table.ToString());
    }

    [Fact]
    public void Every_command_of_the_operator_is_known_and_none_reads_a_report()
    {
        var around = new Surroundings([], TextWriter.Null, TextWriter.Null, TimeProvider.System);
        var build = typeof(CommandLine).GetMethod("Build", System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!;

        var commands = Names((RootCommand)build.Invoke(null, [around])!, "").Order(StringComparer.Ordinal);

        Assert.Equal(RoleMatrix.OperatorCommands, commands);
        Assert.DoesNotContain(Directory.EnumerateFiles(Path.Combine(Root(), "src", "Bot", "Commands"), "*.cs"), file => // what opens a story is not in their reach
            Regex.IsMatch(File.ReadAllText(file), @"\b(ReportVault|CardQueries|OpenContent|OpenText|EvidenceStore|ContactBook)\b"));
    }

    private static IEnumerable<string> Names(Command command, string before) => command.Subcommands.SelectMany(sub => sub.Subcommands.Count == 0
        ? [$"{before}{sub.Name}"]
        : Names(sub, $"{before}{sub.Name} "));

    private static long ChatOf(string role) => 20 + Array.IndexOf(Roles, role);

    private static async Task<Dictionary<string, OfficerId>> PeopleAsync(Office office)
    {
        var people = new Dictionary<string, OfficerId>();
        foreach (var role in Roles.Where(role => role != "nobody"))
        {
            people[role] = await office.BindAsync(role == "removed" ? "kapolsek" : role.TrimEnd('~'), ChatOf(role), deputy: role.EndsWith('~'));
        }

        await office.CommitAsync(unit => office.Get<Invitations>().RemoveAsync(unit, people["removed"]));
        await office.DrainAsync();
        return people;
    }

    /// <summary>With the button of their own card, or of the lead's where they have none, sealed for them by whoever has the key.</summary>
    private static async Task<bool> MayAsync(Office office, Unit unit, Dictionary<string, OfficerId> people, string role, CardAction action)
    {
        await unit.Db.Database.ExecuteSqlRawAsync("SAVEPOINT attempt");
        var cards = await unit.Db.Cards.AsNoTracking().ToDictionaryAsync(card => card.Officer, card => card.Id);
        var officer = people.GetValueOrDefault(role, people["kapolsek"]);
        var card = cards.TryGetValue(officer, out var own) ? own : cards.Values.First();
        var data = office.Get<CardTokens>().Seal(officer, new CardTap(card, action, RoleMatrix.ArgumentOf(action)));
        var incoming = new Incoming { UpdateId = 1, Chat = ChatOf(role), Message = 1, Body = new IncomingBody.Tapped(data) };
        var bound = await unit.Db.Officers.AsNoTracking().Where(row => row.Chat == incoming.Chat).Select(row => (OfficerId?)row.Id).SingleOrDefaultAsync();
        var handled = await office.Get<OfficerDesk>().TryHandleAsync(unit, bound, incoming, null, ChatState.Fresh);
        unit.Db.ChangeTracker.Clear();
        await unit.Db.Database.ExecuteSqlRawAsync("ROLLBACK TO attempt");
        return handled is { Answer.Alert: false };
    }

    private static async Task<string> AnsweredAsync(Office office, string role, string command)
    {
        var before = office.Telegram.Of(ChatOf(role)).Count;
        await office.SayAsync(ChatOf(role), command);
        var said = office.Telegram.Of(ChatOf(role)).Skip(before).ToList();
        return said.Count == 0 ? "nothing" : said[0].Html switch
        {
            var html when html.Contains("laporan terbuka.", StringComparison.Ordinal) => $"{said[0].Buttons.Count - 1} task",
            var html when html.Contains("Tidak ada laporan terbuka", StringComparison.Ordinal) => "no task",
            Bot.Conversations.Phrases.OfficerWords.NoFigures => "no figures",
            var html when html.Split('\n')[0].Contains("Jepara", StringComparison.Ordinal) => "kabupaten",
            var html when html.Split('\n')[0].Contains("Kedung", StringComparison.Ordinal) => "kecamatan",
            _ => "as a resident",
        };
    }

    private static string Root()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "Kentongan.slnx")))
        {
            at = at.Parent!;
        }

        return at.FullName;
    }

    private sealed class TakenBackException : Exception;
}
