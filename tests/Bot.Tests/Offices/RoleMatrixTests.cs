using System.CommandLine;
using System.Text;
using System.Text.RegularExpressions;
using Kentongan.Bot.Commands;
using Kentongan.Bot.Conversations.Officers;
using Kentongan.Domain;
using Kentongan.Triage.Officers;
using Kentongan.Triage.Web.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Bot.Tests.Offices;

/// <summary>Who may do what, tried through the real handlers and taken back each time (threat-model 4, row 23; policy 2 and 5.4).</summary>
public sealed class RoleMatrixTests
{
    public const long Siti = 7_000_000_001;

    private static readonly string[] Roles =
        ["camat", "camat~", "kapolsek", "kapolsek~", "danramil", "satpol-pp", "koordinator", "auditor", "inspektorat", "konselor", "removed", "nobody"];

    [Fact]
    public async Task Every_action_of_a_card_in_every_state_is_for_these_and_nobody_else()
    {
        var table = new StringBuilder();
        var seen = new HashSet<CardAction>();
        foreach (var situation in RoleSituation.All)
        {
            await using var office = await Office.OpenAsync();
            var people = await PeopleAsync(office);
            await office.ReportAsync(Siti, kind: situation.Kind, accused: situation.Accused, kecamatan: situation.Nowhere ? null : "33.20.01");
            foreach (var step in situation.Steps ?? [])
            {
                await office.PressAsync(ChatOf(step.Role), step.Label);
                if (step.Words is { } words)
                {
                    await office.SayAsync(ChatOf(step.Role), words);
                }
            }

            await (situation.Then?.Invoke(office) ?? Task.CompletedTask);
            table.Append(situation.Name).Append('\n');
            await Assert.ThrowsAsync<TakenBackException>(() => office.CommitAsync<bool>(async unit =>
            {
                foreach (var action in Enum.GetValues<CardAction>())
                {
                    var may = new List<string>();
                    foreach (var role in Roles)
                    {
                        if (await RoleAttempt.MayAsync(office, unit, people, role, action))
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

        Assert.Equal(await ReadAsync("cards.txt"), table.ToString());
        Assert.Equal(Enum.GetValues<CardAction>().Order(), seen.Order()); // a new action needs a situation in which somebody may do it
    }

    [Fact]
    public async Task Every_command_of_an_officer_is_for_officers_and_shows_each_their_own()
    {
        var source = await File.ReadAllTextAsync(Path.Combine(Root(), "src", "Bot", "Conversations", "Officers", "OfficerDesk.cs"));
        var commands = Regex.Matches(source, "\"(/[a-z]+)\"").Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal).ToList();

        await using var office = await Office.OpenAsync();
        await PeopleAsync(office);
        await office.ReportAsync(Siti, kind: "miras.produksi");
        var table = new StringBuilder();
        foreach (var command in commands)
        {
            table.Append(command).Append('\n');
            foreach (var role in Roles)
            {
                table.Append($"  {role}: {await AnsweredAsync(office, role, command)}\n");
            }
        }

        Assert.Equal(await ReadAsync("commands.txt"), table.ToString());
    }

    /// <summary>A counsellor holds no seat of reports: an empty board would puzzle, and a session that nobody needs can only be stolen (policy 5.7).</summary>
    [Fact]
    public async Task A_counsellor_gets_no_session_at_the_desk_even_with_the_code_of_a_browser()
    {
        await using var office = await Office.OpenAsync();
        await PeopleAsync(office);
        var asked = await office.CommitAsync(unit => Task.FromResult(office.Get<SignIns>().Ask(unit)));

        await office.SayAsync(ChatOf("konselor"), "/masuk " + asked.Code);

        Assert.DoesNotContain("/masuk/", office.Telegram.Screen(ChatOf("konselor")), StringComparison.Ordinal);
        Assert.Null((await office.ReadAsync(db => db.SignIns.SingleAsync())).LinkHash);
    }

    [Fact]
    public async Task Every_command_of_the_operator_is_known_and_none_reads_a_report()
    {
        var around = new Surroundings([], TextWriter.Null, TextWriter.Null, TimeProvider.System);
        var build = typeof(CommandLine).GetMethod("Build", System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!;

        var commands = Names((RootCommand)build.Invoke(null, [around])!, "").Order(StringComparer.Ordinal);

        Assert.Equal(await ReadAsync("operator.txt"), string.Concat(commands.Select(command => command + "\n")));
        Assert.DoesNotContain(Directory.EnumerateFiles(Path.Combine(Root(), "src", "Bot", "Commands"), "*.cs"), file => // what opens a story is not in their reach
            Regex.IsMatch(File.ReadAllText(file), @"\b(ReportVault|CardQueries|OpenContent|OpenText|EvidenceStore|ContactBook)\b"));
    }

    private static IEnumerable<string> Names(Command command, string before) => command.Subcommands.SelectMany(sub => sub.Subcommands.Count == 0
        ? [$"{before}{sub.Name}"]
        : Names(sub, $"{before}{sub.Name} "));

    internal static long ChatOf(string role) => 20 + Array.IndexOf(Roles, role);

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

    /// <summary>The beginning of what they are told.</summary>
    private static async Task<string> AnsweredAsync(Office office, string role, string command)
    {
        var before = office.Telegram.Of(ChatOf(role)).Count;
        await office.SayAsync(ChatOf(role), command);
        return office.Telegram.Of(ChatOf(role)).Skip(before).FirstOrDefault() is not { } said ? "nothing"
            : Regex.Replace(said.Html.Split('\n')[0], "<[^>]+>", "") is { Length: > 60 } line ? line[..60] + "…" : Regex.Replace(said.Html.Split('\n')[0], "<[^>]+>", "");
    }

    private static Task<string> ReadAsync(string table) => File.ReadAllTextAsync(Path.Combine(Root(), "tests", "Bot.Tests", "Offices", "Roles", table));

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
