using System.Text;
using Kentongan.Triage.Backups;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Tests.Retention;

public sealed class BackupTests
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    [Fact]
    public async Task A_backup_is_a_whole_database_of_its_owner_alone_and_holds_no_key()
    {
        await using var here = await Installation.NewAsync();
        var process = await here.StartAsync();
        var one = await process.FileAndCloseAsync();

        var path = await process.Get<StoreBackup>().TakeAsync(null, CancellationToken.None);

        Assert.Equal(Path.Combine(here.Data, "backups", "kentongan-20260916-1000.db"), path); // local time
        Assert.Equal(OwnerOnly, File.GetUnixFileMode(path));
        Assert.Equal("2026-09-16T10:00+07:00", await LastAsync(process));
        var restored = Directory.CreateDirectory(Path.Combine(here.Home, "restored")).FullName;
        File.Copy(path, Path.Combine(restored, "kentongan.db"));
        Assert.Equal(Process.Story, await (await here.StartAsync(restored)).StoryAsync(one));
        foreach (var key in Directory.EnumerateFiles(here.Keys, "*.key"))
        {
            var bytes = await File.ReadAllBytesAsync(key);
            Assert.Equal([$"keys/{Path.GetFileName(key)}"], here.FilesWith(bytes)); // nowhere else, beside the backup neither
            Assert.All((string[])[Convert.ToBase64String(bytes), Convert.ToHexString(bytes), Convert.ToHexStringLower(bytes)], written => Assert.Empty(here.FilesWith(Encoding.ASCII.GetBytes(written))));
        }

        Assert.Equal(["keys/report-keys.db"], here.FilesWith(here.WrappedKey(one.Report.Value)));
    }

    [Fact]
    public async Task Fourteen_backups_stay_and_what_is_not_ours_too()
    {
        await using var here = await Installation.NewAsync();
        var process = await here.StartAsync();
        var backups = Directory.CreateDirectory(Path.Combine(here.Data, "backups")).FullName;
        await File.WriteAllTextAsync(Path.Combine(backups, "kentongan-before-upgrade.db"), "");
        for (var day = 0; day < 16; day++)
        {
            await process.Get<StoreBackup>().TakeAsync(null, CancellationToken.None);
            here.Clock.Now += TimeSpan.FromDays(1);
        }

        var names = Directory.EnumerateFiles(backups).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal).ToList();

        Assert.Equal(
            [.. Enumerable.Range(0, 14).Select(day => $"kentongan-{new DateOnly(2026, 9, 18).AddDays(day):yyyyMMdd}-1000.db"), "kentongan-before-upgrade.db"],
            names);
    }

    [Fact]
    public async Task Elsewhere_nothing_is_removed()
    {
        await using var here = await Installation.NewAsync();
        var process = await here.StartAsync();
        var elsewhere = Path.Combine(here.Home, "disk");
        for (var day = 0; day < 15; day++)
        {
            await process.Get<StoreBackup>().TakeAsync(elsewhere, CancellationToken.None);
            here.Clock.Now += TimeSpan.FromDays(1);
        }

        Assert.Equal(15, Directory.EnumerateFiles(elsewhere).Count());
        Assert.False(Directory.Exists(Path.Combine(here.Data, "backups")));
    }

    [Fact]
    public async Task Each_night_at_two_there_is_one_and_a_late_start_makes_up_for_it()
    {
        await using var here = await Installation.NewAsync();
        var process = await here.StartAsync();
        var counts = new List<int>();
        foreach (var utc in new[] { "2026-09-16T18:59", "2026-09-16T19:00", "2026-09-16T19:05", "2026-09-17T18:59", "2026-09-18T05:00", "2026-09-18T05:05" })
        {
            here.Clock.Now = DateTimeOffset.Parse(utc + "Z", System.Globalization.CultureInfo.InvariantCulture);
            counts.Add(await process.Get<BackUp>().RunAsync(CancellationToken.None));
        }

        Assert.Equal([0, 1, 0, 0, 1, 0], counts); // two o'clock is 19:00 UTC; the night of the 18th was slept through until noon
    }

    [Fact]
    public async Task A_place_that_cannot_be_written_is_named_and_nothing_is_recorded()
    {
        await using var here = await Installation.NewAsync();
        var process = await here.StartAsync();
        var file = Path.Combine(here.Home, "file");
        await File.WriteAllTextAsync(file, "");

        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => process.Get<StoreBackup>().TakeAsync(file, CancellationToken.None));

        Assert.Equal($"The backup could not be written to '{file}'. Check that it exists, is ours and has room.", refused.Message);
        Assert.Null(await LastAsync(process));
    }

    [Fact]
    public async Task On_PostgreSQL_the_operator_is_sent_to_pg_dump()
    {
        await using var here = await Installation.NewAsync(StoreProvider.Postgres);
        var process = await here.StartAsync();

        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => process.Get<StoreBackup>().TakeAsync(null, CancellationToken.None));

        Assert.Contains("pg_dump", refused.Message, StringComparison.Ordinal);
        Assert.Equal(0, await process.Get<BackUp>().RunAsync(CancellationToken.None));
        Assert.Null(await LastAsync(process));
    }

    private static Task<string?> LastAsync(Process process) => process.ReadAsync(db =>
        db.Settings.Where(row => row.Name == "last-backup").Select(row => row.Value).SingleOrDefaultAsync());
}
