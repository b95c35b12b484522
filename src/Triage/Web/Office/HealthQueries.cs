using System.Globalization;
using Kentongan.Triage.Backups;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Evidence;
using Kentongan.Triage.Jobs;
using Kentongan.Triage.Outbox;
using Kentongan.Triage.Store;
using Kentongan.Triage.Web.Viewing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kentongan.Triage.Web.Office;

/// <summary>What is looked at on the page of the system.</summary>
public enum HealthItem
{
    Store,
    Keys,
    Backup,
    Auditor,
    Sender,
    Outbox,
    Poison,
    Evidence,
}

/// <param name="Value">Machine words: a time, a count, names of packages; empty where there is nothing to say.</param>
public sealed record HealthCheck(HealthItem Item, bool IsWell, string Value);

/// <param name="Since">When it should have left. Of what goes to a resident only the day is shown: the minute would say when somebody was at the phone.</param>
/// <param name="To">Name of the officer; null for residents, whose case is not named, either.</param>
/// <param name="CaseNumber">Null where it is about no report.</param>
public sealed record WaitingLetter(DateTimeOffset Since, OutboxKind Kind, string? To, string? CaseNumber)
{
    /// <summary>Kinds that only residents are sent.</summary>
    public bool ToResident => Kind is OutboxKind.Reply or OutboxKind.Nudge;
}

/// <param name="Letters">The longest waiting of <paramref name="LettersTotal"/>.</param>
/// <param name="Skipped">The newest of <paramref name="SkippedTotal"/>.</param>
public sealed record HealthView(IReadOnlyList<HealthCheck> Checks, IReadOnlyList<WaitingLetter> Letters, int LettersTotal, IReadOnlyList<SkippedUpdate> Skipped, int SkippedTotal);

/// <param name="At">Shown as a day: the minute would say when somebody was at the phone.</param>
/// <param name="Kind">What Telegram calls such an update.</param>
/// <param name="Error">Type of the last error.</param>
public sealed record SkippedUpdate(DateTimeOffset At, string Kind, string Error, int Attempts);

/// <summary>Reads how the installation is, and what is behind the figures of it: nothing of what is in a message.</summary>
public sealed class HealthQueries(
    IDbContextFactory<TriageDb> contexts, IOptions<StoreOptions> store, IOptions<KeysOptions> keys, IOptions<EvidenceOptions> evidence, Jurisdiction jurisdiction, TimeProvider time)
{
    private const int MostShown = 50;

    /// <summary>How many letters of help wait is nobody's to know here (policy 5.7).</summary>
    private static readonly OutboxKind[] OfHelp = [OutboxKind.HelpCard, OutboxKind.HelpNotice, OutboxKind.HelpNudge];

    private static readonly TimeSpan AuditorSilence = TimeSpan.FromMinutes(3), BackupAge = TimeSpan.FromHours(30);

    public async Task<HealthView> ReadAsync(Viewer viewer, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(ct);
        var backup = DateTimeOffset.TryParse(await db.SettingAsync(StoreBackup.LastBackup, ct), CultureInfo.InvariantCulture, DateTimeStyles.None, out var last) ? last : (DateTimeOffset?)null;
        var auditor = await db.JobRuns.AsNoTracking().Where(run => run.Name == nameof(AuditOpenReports)).Select(run => run.LastSuccess).SingleOrDefaultAsync(ct);
        var sender = await db.Leases.AsNoTracking().Where(lease => lease.Name == "sender").Select(lease => (DateTimeOffset?)lease.Until).SingleOrDefaultAsync(ct);
        var letters = Waiting(db, viewer, now);
        var (waiting, poison) = (await letters.CountAsync(ct), await db.Poison.CountAsync(ct));
        var tools = EvidenceCleaner.MissingTools(evidence.Value);
        var isPostgres = store.Value.Provider == StoreProvider.Postgres;
        return new HealthView(
            [
                new(HealthItem.Store, true, store.Value.Provider.ToString()),
                new(HealthItem.Keys, Directory.Exists(keys.Value.Directory), ""),
                new(HealthItem.Backup, isPostgres || now - backup < BackupAge, isPostgres ? "pg_dump" : Said(backup)),
                new(HealthItem.Auditor, now - auditor < AuditorSilence, Said(auditor)),
                new(HealthItem.Sender, isPostgres ? sender > now : waiting == 0, isPostgres ? Said(sender) : ""),
                new(HealthItem.Outbox, waiting == 0, waiting.ToString(CultureInfo.InvariantCulture)),
                new(HealthItem.Poison, poison == 0, poison.ToString(CultureInfo.InvariantCulture)),
                new(HealthItem.Evidence, tools.Count == 0, tools.Count == 0 ? "bwrap, ffmpeg, mat2" : string.Join(", ", tools.Select(tool => tool.Package))),
            ],
            waiting == 0 ? [] : await LettersAsync(db, letters, ct),
            waiting,
            poison == 0 ? [] : await SkippedAsync(db, ct),
            poison);
    }

    /// <summary>What should have left more than a minute ago, as far as the viewer may know of it.</summary>
    private static IQueryable<OutboxRow> Waiting(TriageDb db, Viewer viewer, DateTimeOffset now)
    {
        var (late, hidden) = (now.AddMinutes(-1).ToUnixTimeMilliseconds(), viewer.Hidden);
        return db.Outbox.AsNoTracking().Where(
            row => row.DueAt < late && !OfHelp.Contains(row.Kind) && !db.Reports.Any(report => report.Id == row.Report && hidden.Contains(report.Accused)));
    }

    private static async Task<IReadOnlyList<WaitingLetter>> LettersAsync(TriageDb db, IQueryable<OutboxRow> letters, CancellationToken ct)
    {
        var oldest = await letters.OrderBy(row => row.DueAt).Take(MostShown).Select(row => new
        {
            row.DueAt,
            row.Kind,
            To = db.Officers.Where(officer => officer.Id == row.Officer).Select(officer => officer.Name).FirstOrDefault(),
            CaseNumber = db.Reports.Where(report => report.Id == row.Report).Select(report => report.CaseNumber).FirstOrDefault(),
        }).ToListAsync(ct);
        return [.. oldest.Select(row => new WaitingLetter(DateTimeOffset.FromUnixTimeMilliseconds(row.DueAt), row.Kind, row.To, row.CaseNumber))
            .Select(letter => letter.ToResident ? letter with { To = null, CaseNumber = null } : letter)];
    }

    /// <summary>The newest updates that were passed over: nothing of what was in them, not even their numbers.</summary>
    private static async Task<IReadOnlyList<SkippedUpdate>> SkippedAsync(TriageDb db, CancellationToken ct) =>
        [.. (await db.Poison.AsNoTracking().OrderByDescending(row => row.At).Take(MostShown).ToListAsync(ct))
            .Select(row => new SkippedUpdate(row.At, row.Kind, row.Error, row.Attempts))];

    private string Said(DateTimeOffset? at) => at is { } time ? jurisdiction.Local.At(time).ToString("dd-MM-yyyy HH:mm:ss", CultureInfo.InvariantCulture) : "–";
}
