using System.CommandLine;
using System.Text.RegularExpressions;
using Kentongan.Domain;
using Kentongan.Domain.Rosters;
using Kentongan.Triage;
using Kentongan.Triage.Help;
using Kentongan.Triage.Officers;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Bot.Commands;

/// <summary><c>counsellors invite|list|remove</c>: who reads requests for help, apart from every other seat (policy 5.7).</summary>
internal static partial class CounsellorsCommands
{
    private const int LongestName = 100;

    public static Command Build(Surroundings around)
    {
        var name = new Option<string>("--name") { Description = "For your own list; residents never see it", Required = true };
        var institution = new Option<string?>("--institution") { Description = "Such as Dinkes, an IPWL or a Puskesmas; never police, army, kecamatan or desa" };
        var invite = new Command("invite", "Print a one-time link that binds a Telegram account as counsellor.") { name, institution };
        invite.SetAction((parsed, ct) => InviteAsync(around, parsed.GetValue(name)!, parsed.GetValue(institution), ct));

        var id = new Argument<string>("id") { Description = "As printed by counsellors list" };
        var remove = new Command("remove", "Take a counsellor out; what they had is offered to the others.") { id };
        remove.SetAction((parsed, ct) => RemoveAsync(around, parsed.GetValue(id)!, ct));

        return new Command("counsellors", "Who reads requests for help.") { invite, CommandLine.Leaf("list", "List them.", ct => ListAsync(around, ct)), remove };
    }

    private static async Task<int> InviteAsync(Surroundings around, string name, string? institution, CancellationToken ct)
    {
        var whole = string.IsNullOrWhiteSpace(institution) ? name.Trim() : $"{name.Trim()} ({institution.Trim()})";
        if (string.IsNullOrWhiteSpace(name) || whole.Length > LongestName)
        {
            throw new StartRefusedException($"--name and --institution must be 1 to {LongestName} characters together.");
        }

        if (Never().IsMatch(whole))
        {
            throw new StartRefusedException("Nobody of the police, the army, a kecamatan or a desa can be a counsellor: residents are promised that none of them reads what they write.");
        }

        await using var app = await Hosting.OpenStoreAsync(around, ct);
        await OfficersCommands.PrintAsync(around, app.Services, new InviteOfficer(whole, Seat.Konselor, null, IsDeputy: false), ct);
        return 0;
    }

    private static async Task<int> ListAsync(Surroundings around, CancellationToken ct)
    {
        await using var app = await Hosting.OpenStoreAsync(around, ct);
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<TriageDb>>().CreateDbContextAsync(ct);
        var lines = await OfficerList.ReadAsync(db, around.Time.GetUtcNow(), counsellors: true, ct);
        foreach (var line in lines)
        {
            await around.Output.WriteLineAsync($"{line.Id.Value:N}  {line.State,-11}  {line.Name}");
        }

        await around.Output.WriteLineAsync(lines.Count == 0 ? "Nobody yet: residents who ask for help get numbers only. Start with: counsellors invite --help." : $"{lines.Count} in all.");
        return 0;
    }

    private static async Task<int> RemoveAsync(Surroundings around, string id, CancellationToken ct)
    {
        if (!Guid.TryParse(id, out var counsellor))
        {
            throw new StartRefusedException("That is no id. Take it from: counsellors list.");
        }

        await using var app = await Hosting.OpenStoreAsync(around, ct);
        var removed = await app.Services.GetRequiredService<Committer>().CommitAsync(
            unit => app.Services.GetRequiredService<HelpCounsellors>().RemoveAsync(unit, new OfficerId(counsellor)), ct);
        if (!removed)
        {
            throw new StartRefusedException("There is no counsellor with that id. Take it from: counsellors list.");
        }

        await around.Output.WriteLineAsync("Removed. What they had is offered to the other counsellors.");
        return 0;
    }

    [GeneratedRegex(@"\b(polri|polres|polda|polsek|polisi|kepolisian|satresnarkoba|bhabinkamtibmas|tni|kodim|koramil|danramil|babinsa|camat|kecamatan|kades|petinggi|lurah|satpol)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Never();
}
