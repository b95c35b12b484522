using System.CommandLine;
using Kentongan.Bot.Configuration;
using Kentongan.Domain;
using Kentongan.Domain.Places;
using Kentongan.Domain.Programmes;
using Kentongan.Domain.Rosters;
using Kentongan.Triage;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Officers;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace Kentongan.Bot.Commands;

/// <summary><c>officers invite|list|remove</c> and <c>coordinators invite</c>: who holds which seat.</summary>
internal static class OfficersCommands
{
    public static Command Officers(Surroundings around)
    {
        var seat = new Option<string>("--seat") { Description = "camat, kapolsek, danramil, or an agency such as satpol-pp", Required = true };
        var kecamatan = new Option<string?>("--kecamatan") { Description = "Code such as 33.20.07; needed for the seats of a kecamatan" };
        var name = Name();
        var deputy = new Option<bool>("--deputy") { Description = "Invite as deputy of the seat" };
        var invite = new Command("invite", "Print a one-time link that binds a Telegram account to a seat.") { seat, kecamatan, name, deputy };
        invite.SetAction((parsed, ct) => InviteAsync(
            around, parsed.GetValue(seat)!, parsed.GetValue(kecamatan), parsed.GetValue(name)!, parsed.GetValue(deputy), ct));

        var id = new Argument<string>("id") { Description = "As printed by officers list" };
        var remove = new Command("remove", "Take a person out of every seat; open links stop working.") { id };
        remove.SetAction((parsed, ct) => RemoveAsync(around, parsed.GetValue(id)!, ct));

        var times = new Argument<string?>("times") { Description = "Such as \"1-5 07:00-16:00\" (1 is Monday), or always", DefaultValueFactory = _ => null };
        var duty = new Command("duty", "Set when a person is on duty; outside it others of the seat are told first.") { id, times };
        duty.SetAction((parsed, ct) => DutyAsync(around, parsed.GetValue(id)!, parsed.GetValue(times), ct));

        return new Command("officers", "Who holds which seat.") { invite, CommandLine.Leaf("list", "List everybody.", ct => ListAsync(around, ct)), remove, duty };
    }

    public static Command Coordinators(Surroundings around)
    {
        var name = Name();
        var invite = new Command("invite", "Print a one-time link for a coordinator of the kabupaten.") { name };
        invite.SetAction((parsed, ct) => InviteAsync(around, Seat.Koordinator.Code, null, parsed.GetValue(name)!, false, ct));
        return new Command("coordinators", "The coordinators of the kabupaten.") { invite };
    }

    private static Option<string> Name() => new("--name") { Description = "Shown to colleagues, for example \"Kapolsek Pakis Aji\"", Required = true };

    private static async Task<int> InviteAsync(Surroundings around, string seat, string? kecamatan, string name, bool deputy, CancellationToken ct)
    {
        await using var app = await Hosting.OpenStoreAsync(around, ct);
        await PrintAsync(around, app.Services, Checked(app.Services.GetRequiredService<Jurisdiction>(), seat, kecamatan, name, deputy), ct);
        return 0;
    }

    internal static async Task PrintAsync(Surroundings around, IServiceProvider services, InviteOfficer invite, CancellationToken ct)
    {
        var bot = await BotNameAsync(services, ct);
        var token = await services.GetRequiredService<Committer>().CommitAsync(
            async unit => await Invitations.IsApartAsync(unit, invite.Name, invite.Seat) ? null : services.GetRequiredService<Invitations>().Invite(unit, invite), ct)
            ?? throw new StartRefusedException(
                $"{invite.Name} holds another seat. A counsellor holds no seat of the triad, an agency or the coordinator, and the other way round. Name somebody else, or take them out of that seat first.");
        await around.Output.WriteLineAsync(
            $"Send this link to {invite.Name}. It works once, for {Invitations.Validity.TotalHours:0} hours:\nhttps://t.me/{bot}?start={token}");
    }

    private static InviteOfficer Checked(Jurisdiction jurisdiction, string seatCode, string? kecamatan, string name, bool deputy)
    {
        var seat = new Seat(seatCode.Trim().ToLowerInvariant());
        if (!KnownSeats.Invitable.Contains(seat))
        {
            throw new StartRefusedException($"There is no seat '{seatCode}'. Use one of: {string.Join(", ", KnownSeats.Invitable.Select(known => known.Code))}.");
        }

        if (seat == Seat.Konselor)
        {
            throw new StartRefusedException("Counsellors are a circle of their own. Use: counsellors invite --name …");
        }

        if (seat.IsTriad && (kecamatan is null || jurisdiction.Regions.Find(new KecamatanCode(kecamatan)) is null))
        {
            throw new StartRefusedException(
                $"The seat {seat} needs --kecamatan with a code of {jurisdiction.Kabupaten.Name}: {string.Join(", ", jurisdiction.Kabupaten.Kecamatan.Select(one => $"{one.Code} {one.Name}"))}.");
        }

        if (string.IsNullOrWhiteSpace(name) || name.Length > 100)
        {
            throw new StartRefusedException("--name must be 1 to 100 characters.");
        }

        return new InviteOfficer(name.Trim(), seat, seat.IsTriad ? new KecamatanCode(kecamatan!) : null, deputy);
    }

    private static async Task<string> BotNameAsync(IServiceProvider services, CancellationToken ct)
    {
        TelegramSettings.Check(services.GetRequiredService<IOptions<TelegramOptions>>().Value);
        try
        {
            var me = await services.GetRequiredService<ITelegramBotClient>().GetMe(ct);
            return me.Username ?? throw new StartRefusedException("Telegram did not say the bot's name. Try again.");
        }
        catch (RequestException)
        {
            throw new StartRefusedException("Telegram could not be reached, or refuses the token. Check Telegram:Token, Telegram:BaseUrl and the network, then invite again.");
        }
    }

    private static async Task<int> ListAsync(Surroundings around, CancellationToken ct)
    {
        await using var app = await Hosting.OpenStoreAsync(around, ct);
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<TriageDb>>().CreateDbContextAsync(ct);
        var lines = await OfficerList.ReadAsync(db, around.Time.GetUtcNow(), counsellors: false, ct);
        foreach (var line in lines)
        {
            await around.Output.WriteLineAsync(
                $"{line.Id.Value:N}  {line.State,-11}  {line.Seat,-12}  {line.Kecamatan?.Value ?? "-",-8}  {(line.IsDeputy ? "deputy " : "")}{line.Name}");
        }

        await around.Output.WriteLineAsync(lines.Count == 0 ? "Nobody yet. Start with: officers invite --help." : $"{lines.Count} in all.");
        return 0;
    }

    private static async Task<int> DutyAsync(Surroundings around, string id, string? times, CancellationToken ct)
    {
        var duty = times is null or "always" ? null : times;
        if (!Guid.TryParse(id, out var officer) || (duty is not null && DutyTimes.Parse(duty) is null))
        {
            throw new StartRefusedException("Take the id from officers list, and write the times as \"1-5 07:00-16:00\", or always.");
        }

        await using var app = await Hosting.OpenStoreAsync(around, ct);
        var set = await app.Services.GetRequiredService<Committer>().CommitAsync(
            async unit =>
            {
                var who = new OfficerId(officer);
                var postings = await unit.Db.Postings.Where(row => row.Officer == who && row.To == null).ToListAsync();
                postings.ForEach(posting => posting.Duty = duty);
                return postings.Count;
            },
            ct);
        await around.Output.WriteLineAsync(set == 0 ? "There is nobody with that id in a seat." : "Set.");
        return set == 0 ? 1 : 0;
    }

    private static async Task<int> RemoveAsync(Surroundings around, string id, CancellationToken ct)
    {
        if (!Guid.TryParse(id, out var officer))
        {
            throw new StartRefusedException("That is no id. Take it from: officers list.");
        }

        await using var app = await Hosting.OpenStoreAsync(around, ct);
        var removed = await app.Services.GetRequiredService<Committer>().CommitAsync(
            async unit => !await unit.Db.Postings.AnyAsync(row => row.Officer == new OfficerId(officer) && row.Seat == Seat.Konselor.Code && row.To == null)
                && await app.Services.GetRequiredService<Invitations>().RemoveAsync(unit, new OfficerId(officer)),
            ct);
        if (!removed)
        {
            throw new StartRefusedException("There is nobody with that id. Take it from: officers list.");
        }

        await around.Output.WriteLineAsync("Removed, and the cards in their chat are emptied. What they held goes to the deputy, or back on offer.");
        return 0;
    }
}
