using Kentongan.Domain;
using Kentongan.Domain.Places;
using Kentongan.Domain.Programmes;
using Kentongan.Domain.Rosters;
using Kentongan.Triage.Audit;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Officers;
using Kentongan.Triage.Store;
using Kentongan.Triage.Web.Viewing;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Web.People;

/// <summary>Inviting people and taking them out, as the command line does; each is audited. Counsellors are the operator's alone (policy 5.7).</summary>
public sealed class PeopleDesk(Jurisdiction jurisdiction, Committer committer, Invitations invitations, AuditLog audit)
{
    private const int LongestName = 100;

    public static IReadOnlyList<Seat> Seats { get; } = [.. KnownSeats.Invitable.Where(seat => seat != Seat.Konselor)];

    /// <summary>Where the bot leaves its address, so that invitations can be written as links.</summary>
    public const string BotAddress = "bot-address";

    /// <returns>The link that works once, or what to write to the bot where its address is not known; null where the form was wrong.</returns>
    public async Task<string?> InviteAsync(Viewer viewer, string name, string seatCode, KecamatanCode? kecamatan, bool isDeputy, CancellationToken ct)
    {
        var seat = new Seat(seatCode);
        if (name.Trim().Length is 0 or > LongestName || !Fits(seat, kecamatan))
        {
            return null;
        }

        return await committer.CommitAsync(
            async unit =>
            {
                if (await Invitations.IsApartAsync(unit, name, seat))
                {
                    return null; // nobody is counsellor and anything else
                }

                var token = invitations.Invite(unit, new InviteOfficer(name.Trim(), seat, seat.IsTriad ? kecamatan : null, isDeputy), viewer.Officer);
                await audit.AppendAsync(unit, viewer.Officer, AuditedDeed.Administered, $"invite {seat.Code}");
                return await LinkAsync(unit, token);
            },
            ct);
    }

    /// <summary>A fresh link for somebody who has not used theirs; the earlier one stops working.</summary>
    public Task<string?> RenewAsync(Viewer viewer, OfficerId id, CancellationToken ct) => ChangeAsync(viewer, id, "renew", ct: ct, change: async unit =>
        await invitations.RenewAsync(unit, id, viewer.Officer) is { } token ? await LinkAsync(unit, token) : null);

    public async Task<bool> RevokeAsync(Viewer viewer, OfficerId id, CancellationToken ct) =>
        await ChangeAsync(viewer, id, "revoke", ct: ct, change: async unit => await Invitations.RevokeAsync(unit, id) ? "" : null) is not null;

    /// <summary>Nobody takes themselves out: somebody must be left who can put it right.</summary>
    public async Task<bool> RemoveAsync(Viewer viewer, OfficerId id, CancellationToken ct) =>
        id != viewer.Officer && await ChangeAsync(viewer, id, "remove", ct: ct, change: async unit => await invitations.RemoveAsync(unit, id) ? "" : null) is not null;

    /// <summary>Whether a seat can be given, for this kecamatan.</summary>
    internal bool Fits(Seat seat, KecamatanCode? kecamatan) =>
        Seats.Contains(seat) && (!seat.IsTriad || (kecamatan is { } code && jurisdiction.Regions.Find(code) is not null));

    /// <summary>Does something about a person who is there and is no counsellor, and audits it.</summary>
    /// <param name="deed">A machine word for the log.</param>
    internal Task<string?> ChangeAsync(Viewer viewer, OfficerId id, string deed, Func<Unit, Task<string?>> change, CancellationToken ct) => committer.CommitAsync(
        async unit =>
        {
            if (!await unit.Db.Officers.AnyAsync(row => row.Id == id && row.RemovedAt == null)
                || await unit.Db.Postings.AnyAsync(row => row.Officer == id && row.Seat == Seat.Konselor.Code)
                || await change(unit) is not { } done)
            {
                return null;
            }

            await audit.AppendAsync(unit, viewer.Officer, AuditedDeed.Administered, $"{deed} {id.Value:N}");
            return done;
        },
        ct);

    private static async Task<string> LinkAsync(Unit unit, string token) =>
        await unit.Db.SettingAsync(BotAddress) is { } bot ? $"{bot}?start={token}" : $"/start {token}";
}
