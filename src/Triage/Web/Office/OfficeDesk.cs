using Kentongan.Domain;
using Kentongan.Domain.Places;
using Kentongan.Domain.Programmes;
using Kentongan.Domain.Rosters;
using Kentongan.Triage.Audit;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Jobs;
using Kentongan.Triage.Officers;
using Kentongan.Triage.Store;
using Kentongan.Triage.Web.Viewing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kentongan.Triage.Web.Office;

/// <summary>What a coordinator changes about the office: who holds a seat, and that a job runs now. Each is audited.</summary>
public sealed class OfficeDesk(IServiceProvider services, Jurisdiction jurisdiction, Committer committer, Invitations invitations, AuditLog audit)
{
    private const int LongestName = 100;

    /// <summary>Counsellors are invited by the operator alone: nobody of the office knows of help (policy 5.7).</summary>
    public static IReadOnlyList<Seat> Seats { get; } = [.. KnownSeats.All.Where(seat => seat != Seat.Konselor)];

    /// <summary>Where the bot leaves its address, so that invitations can be written as links.</summary>
    public const string BotAddress = "bot-address";

    /// <summary>False in a process without the role of jobs.</summary>
    public bool RunsJobs => services.GetService<JobRunner>() is not null;

    /// <returns>The link that works once, or what to write to the bot where its address is not known; null where the form was wrong.</returns>
    public async Task<string?> InviteAsync(Viewer viewer, string name, string seatCode, KecamatanCode? kecamatan, bool isDeputy, CancellationToken ct)
    {
        var seat = new Seat(seatCode);
        if (name.Trim().Length is 0 or > LongestName || !Seats.Contains(seat)
            || (seat.IsTriad && (kecamatan is not { } code || jurisdiction.Regions.Find(code) is null)))
        {
            return null;
        }

        return await committer.CommitAsync(
            async unit =>
            {
                var token = invitations.Invite(unit, new InviteOfficer(name.Trim(), seat, seat.IsTriad ? kecamatan : null, isDeputy), viewer.Officer);
                await audit.AppendAsync(unit, viewer.Officer, AuditedDeed.Administered, $"invite {seat.Code}");
                var bot = await unit.Db.Settings.AsNoTracking().Where(row => row.Name == BotAddress).Select(row => row.Value).SingleOrDefaultAsync();
                return bot is null ? $"/start {token}" : $"{bot}?start={token}";
            },
            ct);
    }

    /// <summary>Nobody takes themselves out: somebody must be left who can put it right.</summary>
    public Task<bool> RemoveAsync(Viewer viewer, OfficerId officer, CancellationToken ct) => committer.CommitAsync(
        async unit =>
        {
            if (officer == viewer.Officer || await unit.Db.Postings.AnyAsync(row => row.Officer == officer && row.Seat == Seat.Konselor.Code) || !await invitations.RemoveAsync(unit, officer))
            {
                return false;
            }

            await audit.AppendAsync(unit, viewer.Officer, AuditedDeed.Administered, $"remove {officer.Value:N}");
            return true;
        },
        ct);

    public async Task<bool> RunAsync(Viewer viewer, string job, CancellationToken ct)
    {
        if (services.GetService<JobRunner>() is not { } runner || JobSchedule.All.FirstOrDefault(scheduled => scheduled.Name == job) is not { } known)
        {
            return false;
        }

        await committer.CommitAsync(unit => audit.AppendAsync(unit, viewer.Officer, AuditedDeed.Administered, $"run {known.Name}"), ct);
        await runner.RunAsync(known.Job, ct, asked: true);
        return true;
    }
}
