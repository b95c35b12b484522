using System.Globalization;
using System.Text.RegularExpressions;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Store;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kentongan.Triage.Backups;

/// <summary>
/// Copies the SQLite database while it is in use. Keys are never in a backup, so one that falls into wrong hands tells nothing, and a
/// report shredded later is unreadable in it. Evidence is kept in files that never change; whoever copies the backup away copies them.
/// </summary>
public sealed partial class StoreBackup(
    IDbContextFactory<TriageDb> contexts, Committer committer, IOptions<StoreOptions> store, IOptions<DataOptions> data, Jurisdiction jurisdiction, TimeProvider time)
{
    /// <summary>The setting that the digest shows.</summary>
    public const string LastBackup = "last-backup";

    private const int Kept = 14;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public bool Possible => store.Value.Provider == StoreProvider.Sqlite;

    public string Directory => Path.Combine(data.Value.Directory, "backups");

    /// <summary>Makes a backup; in the usual directory only the last fourteen stay.</summary>
    /// <param name="directory">Where else to put it; nothing is deleted there.</param>
    /// <returns>The file.</returns>
    /// <exception cref="StartRefusedException">The store is PostgreSQL, or the place cannot be written.</exception>
    public async Task<string> TakeAsync(string? directory, CancellationToken ct)
    {
        if (!Possible)
        {
            throw new StartRefusedException("The store is PostgreSQL: back it up with pg_dump, and copy the directory evidence in Data:Directory as well.");
        }

        var now = TimeZoneInfo.ConvertTime(time.GetUtcNow(), jurisdiction.Local.Zone);
        var into = directory ?? Directory;
        var path = Path.Combine(into, string.Create(CultureInfo.InvariantCulture, $"kentongan-{now:yyyyMMdd-HHmm}.db"));
        try
        {
            System.IO.Directory.CreateDirectory(into, OwnerOnly | UnixFileMode.UserExecute);
            await CopyAsync(path, ct);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or SqliteException)
        {
            throw new StartRefusedException($"The backup could not be written to '{into}'. Check that it exists, is ours and has room.", failure);
        }

        await RecordAsync(now, ct);
        if (directory is null)
        {
            Rotate();
        }

        return path;
    }

    /// <summary>Under another name until it is whole and on disk, so that half a backup never looks like one.</summary>
    private async Task CopyAsync(string path, CancellationToken ct)
    {
        var unfinished = path + ".unfinished";
        File.Delete(unfinished);
        try
        {
            await using (new FileStream(unfinished, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = OwnerOnly }))
            {
                // SQLite fills an empty file and leaves its mode alone.
            }

            await using (var db = await contexts.CreateDbContextAsync(ct))
            {
                await db.Database.ExecuteSqlAsync($"VACUUM INTO {unfinished}", ct);
            }

            await CheckAsync(unfinished, ct);
            await using (var file = new FileStream(unfinished, FileMode.Open, FileAccess.ReadWrite))
            {
                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>A backup that cannot be read back is none.</summary>
    private static async Task CheckAsync(string path, CancellationToken ct)
    {
        var copy = new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false };
        await using var connection = new SqliteConnection(copy.ToString());
        await connection.OpenAsync(ct);
        await using var check = connection.CreateCommand();
        check.CommandText = "PRAGMA quick_check(1)";
        if (await check.ExecuteScalarAsync(ct) is not "ok")
        {
            throw new IOException("The copy is damaged.");
        }
    }

    private async Task RecordAsync(DateTimeOffset now, CancellationToken ct)
    {
        var value = now.ToString("yyyy-MM-dd'T'HH:mmzzz", CultureInfo.InvariantCulture);
        await committer.CommitAsync(unit => unit.NoteAsync(LastBackup, value), ct);
    }

    /// <summary>Only files that bear our names.</summary>
    private void Rotate()
    {
        var old = System.IO.Directory.EnumerateFiles(Directory, "kentongan-*.db")
            .Where(path => OurName().IsMatch(Path.GetFileName(path)))
            .OrderDescending(StringComparer.Ordinal)
            .Skip(Kept);
        foreach (var path in old)
        {
            File.Delete(path);
        }
    }

    [GeneratedRegex(@"^kentongan-\d{8}-\d{4}\.db$")]
    private static partial Regex OurName();
}
