using Kentongan.Domain;
using Kentongan.Domain.Places;
using Kentongan.Domain.Rosters;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Officers;
using Kentongan.Triage.Outbox;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Routing;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Jobs;

/// <summary>
/// Looks after the seats before and beside the reports: leave that has begun, what those held who are gone, menus of those whose seats
/// have changed, and kecamatan in which nobody would hear of a report (policy 4.1, 4.2).
/// </summary>
public sealed class TendRoster(
    IDbContextFactory<TriageDb> contexts, Committer committer, Unreachable unreachable, Succession succession, SeatChanges seats, CaseWork work, Jurisdiction jurisdiction, TimeProvider time) : IJob
{
    /// <summary>What the coordinators were last told: local date and codes of kecamatan.</summary>
    private const string Alarm = "nobody-there";

    /// <summary>When a standing gap is told again each day, in time for the digest.</summary>
    private static readonly TimeSpan Daily = TimeSpan.FromHours(6.5);

    public async Task<int> RunAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var now = time.GetUtcNow();
        var done = await BeginLeavesAsync(db, now, ct);
        var roster = await db.RosterAsync(now, jurisdiction.Local);
        done += await HandOnAsync(db, roster, ct);
        done += await SeatChanges.AnyAsync(db, now, ct) ? await committer.CommitAsync(seats.TellAsync, ct) : 0;
        return done + await AlarmAsync(db, roster, now, ct);
    }

    private async Task<int> BeginLeavesAsync(TriageDb db, DateTimeOffset now, CancellationToken ct)
    {
        var begun = await db.Absences.AsNoTracking().Where(row => row.From <= now && row.To > now && row.BegunAt == null).Select(row => row.Id).ToListAsync(ct);
        foreach (var id in begun)
        {
            await committer.CommitAsync(
                async unit =>
                {
                    if (await unit.Db.Absences.SingleOrDefaultAsync(row => row.Id == id && row.BegunAt == null) is { } absence)
                    {
                        await unreachable.AwayAsync(unit, absence);
                    }
                },
                ct);
        }

        return begun.Count;
    }

    private async Task<int> HandOnAsync(TriageDb db, Roster roster, CancellationToken ct)
    {
        var orphans = await Succession.OrphansAsync(db, roster, ct);
        foreach (var id in orphans)
        {
            await committer.CommitAsync(
                async unit =>
                {
                    if (await CaseWork.FindAsync(unit, id) is { IsOpen: true } report)
                    {
                        await succession.HandOnAsync(unit, report);
                    }
                },
                ct);
        }

        return orphans.Count;
    }

    /// <summary>At once where a kecamatan lost its last; once a day where it has been so, or was never manned.</summary>
    private async Task<int> AlarmAsync(TriageDb db, Roster roster, DateTimeOffset now, CancellationToken ct)
    {
        var empty = roster.Unmanned(jurisdiction.Kabupaten.Kecamatan).Select(kecamatan => kecamatan.Code).ToList();
        var once = await db.Postings.AsNoTracking().Where(row => row.Kecamatan != null).Select(row => row.Kecamatan!.Value).Distinct().ToListAsync(ct);
        var said = (await db.SettingAsync(Alarm, ct))?.Split(' ') ?? [""];
        var today = jurisdiction.Local.DateOf(now).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var isMorning = said[0] != today && now >= jurisdiction.Local.On(jurisdiction.Local.DateOf(now), Daily);
        List<KecamatanCode> tell = isMorning ? empty : [.. empty.Where(code => once.Contains(code) && !said.Skip(1).Contains(code.Value))];
        var coordinators = roster.CoordinatorsThere.ToList();
        var value = string.Join(' ', empty.Where(code => once.Contains(code) || isMorning || said.Skip(1).Contains(code.Value)).Select(code => code.Value)
            .Prepend(isMorning ? today : said[0]));
        if (coordinators.Count == 0 || value == string.Join(' ', said))
        {
            return 0;
        }

        await committer.CommitAsync(unit => SayAsync(unit, value, tell, coordinators), ct);
        return tell.Count;
    }

    private async Task SayAsync(Unit unit, string value, List<KecamatanCode> empty, List<OfficerId> coordinators)
    {
        if (!await unit.NoteAsync(Alarm, value))
        {
            return; // another process was quicker
        }

        foreach (var coordinator in empty.Count == 0 ? [] : coordinators)
        {
            await work.NotifyAsync(unit, coordinator, new Notice.NobodyThere([.. empty.Select(code => jurisdiction.Regions.Find(code)?.Name ?? code.Value)]));
        }
    }
}
