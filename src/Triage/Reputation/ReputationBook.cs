using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kentongan.Domain;
using Kentongan.Triage.Keys;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Reputation;

/// <summary>
/// The standing of reporters who sent hoaxes, on a pseudonym that dies with its key (policy 5.3). Only the role <c>bot</c> reads the
/// keys: it alone takes reports in and hears the tap that confirms a hoax. A key writes for 45 days and is destroyed after 90, so nothing
/// is remembered longer, and nobody can try all ids against the rows of a stolen database.
/// </summary>
public sealed class ReputationBook(KeyFiles files, DayKeys days, TimeProvider time)
{
    /// <summary>From so many confirmed hoaxes on: one report a day, screened first.</summary>
    public const int Limit = 3;

    private const string Prefix = "reputation-";
    private const int DaysOfWriting = 45;

    private static readonly CompiledQuery<byte[], int> Hoaxes = new((db, pseudonym) =>
        db.Reputations.AsNoTracking().Where(row => row.Pseudonym == pseudonym).Select(row => row.Hoaxes));

    private readonly ConcurrentDictionary<(int Number, string Purpose), byte[]> _derived = new();

    /// <summary>Seals, for this report alone, whose standing it would touch if it turned out to be a hoax.</summary>
    public void Keep(Unit unit, ReportId report, long chat)
    {
        var number = Current;
        unit.Db.ReputationMarks.Add(new ReputationMarkRow
        {
            Report = report,
            Sealed = Envelope.Seal(Derived(number, "seal")!, number, Pseudonym(number, chat)!, Context(report)),
            ExpiresAt = EndOf(number),
        });
    }

    /// <summary>Whether this reporter has sent so many hoaxes that a person looks first.</summary>
    public async Task<bool> IsLimitedAsync(Unit unit, long chat)
    {
        var hoaxes = 0;
        foreach (var number in new[] { Current, Current - 1 })
        {
            hoaxes += Pseudonym(number, chat) is { } known ? await Hoaxes.FirstAsync(unit.Db, known) : 0;
        }

        return hoaxes >= Limit;
    }

    /// <summary>Takes the one report of the day.</summary>
    /// <returns>False where it was taken already.</returns>
    public async Task<bool> TakeTodayAsync(Unit unit, long chat)
    {
        var mark = days.Today.Mark("daily-limit", chat);
        if (await unit.Db.DailyLimits.FindAsync(mark) is not null)
        {
            return false;
        }

        unit.Db.DailyLimits.Add(new DailyLimitRow { Mark = mark, ExpiresAt = new DateTimeOffset(unit.Now.UtcDateTime.Date.AddDays(1), TimeSpan.Zero) }); // with its key's day; a second would name the report
        return true;
    }

    /// <summary>Two people found that it was a hoax; <paramref name="by"/> is -1 where one is taken back.</summary>
    public async Task CountAsync(Unit unit, ReportId report, int by = 1)
    {
        if (await unit.Db.ReputationMarks.AsNoTracking().SingleOrDefaultAsync(row => row.Report == report) is not { } mark
            || Envelope.KeyNumber(mark.Sealed) is var number
            && (Derived(number, "seal") is not { } key || Envelope.Open(key, mark.Sealed, Context(report)) is not { } pseudonym))
        {
            return; // the key is gone, and with it what there was to remember
        }

        if (await unit.Db.Reputations.FindAsync(pseudonym) is not { } row)
        {
            unit.Db.Reputations.Add(row = new ReputationRow { Pseudonym = pseudonym, Key = number });
        }

        row.Hoaxes = Math.Max(0, row.Hoaxes + by);
    }

    /// <summary>Destroys keys past their time; what they made goes with them.</summary>
    public async Task<int> DestroyOldAsync(Unit unit)
    {
        var oldest = Current - 1;
        foreach (var old in _derived.Keys.Where(known => known.Number < oldest))
        {
            _derived.TryRemove(old, out _);
        }

        foreach (var name in files.Names(Prefix).Where(name => int.TryParse(name.AsSpan(Prefix.Length), out var number) && number < oldest))
        {
            files.Destroy(name);
        }

        return await unit.Db.ReputationMarks.Where(row => row.ExpiresAt <= unit.Now).ExecuteDeleteAsync()
            + await unit.Db.Reputations.Where(row => row.Key < oldest || row.Hoaxes == 0).ExecuteDeleteAsync()
            + await unit.Db.DailyLimits.Where(row => row.ExpiresAt <= unit.Now).ExecuteDeleteAsync();
    }

    private int Current => (int)(time.GetUtcNow().ToUnixTimeSeconds() / (24 * 3600) / DaysOfWriting);

    private static DateTimeOffset EndOf(int number) => DateTimeOffset.FromUnixTimeSeconds((number + 2L) * DaysOfWriting * 24 * 3600);

    private byte[]? Pseudonym(int number, long chat) => Derived(number, "pseudonym") is { } key
        ? HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(chat.ToString(CultureInfo.InvariantCulture)))
        : null;

    /// <returns>Null for a key that is past its time, or was never made.</returns>
    private byte[]? Derived(int number, string purpose)
    {
        if (number != Current && number != Current - 1)
        {
            _derived.TryRemove((number, purpose), out _);
            return null;
        }

        if (_derived.TryGetValue((number, purpose), out var known))
        {
            return known;
        }

        var name = Prefix + number.ToString(CultureInfo.InvariantCulture);
        var key = number == Current ? files.ReadOrCreate(name) : files.TryRead(name);
        return key is null ? null : _derived[(number, purpose)] = HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 32, info: Encoding.UTF8.GetBytes($"reputation.{purpose}"));
    }

    private static string Context(ReportId report) => $"reputation_marks.sealed.{report.Value:N}";
}
