using Kentongan.Triage.Keys;
using Kentongan.Triage.Tests.Retention;
using Microsoft.Data.Sqlite;

namespace Kentongan.Triage.Tests.Keys;

public sealed class KeyLossTests
{
    [Theory]
    [InlineData("master-1.key", "The key file 'master-1.key' is missing from Keys:Directory '{0}', and data is sealed with it. Put it back; starting without it would lose every report.")]
    [InlineData("master-2.key", "The key file 'master-2.key' is missing from Keys:Directory '{0}', and data is sealed with it. Put it back; starting without it would lose every report.")]
    [InlineData("derived.key", "The key file 'derived.key' is missing from Keys:Directory '{0}', and data is sealed with it. Put it back; starting without it would lose every report.")]
    [InlineData("report-keys.db", "The key file 'report-keys.db' is missing from Keys:Directory '{0}', and data is sealed with it. Put it back; starting without it would lose every report.")]
    public async Task A_key_that_is_missing_stops_the_start_and_nothing_is_made_in_its_place(string file, string sentence)
    {
        await using var here = await TwoKeysAsync();
        File.Delete(Path.Combine(here.Keys, file));

        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => here.StartAsync());

        Assert.Equal(string.Format(System.Globalization.CultureInfo.InvariantCulture, sentence, here.Keys), refused.Message);
        Assert.False(File.Exists(Path.Combine(here.Keys, file)));
    }

    [Theory]
    [InlineData("master-1.key")]
    [InlineData("master-2.key")]
    [InlineData("derived.key")]
    [InlineData("report-keys.db")]
    public async Task The_key_of_another_installation_stops_the_start(string file)
    {
        await using var here = await TwoKeysAsync();
        await using var other = await TwoKeysAsync();
        File.Copy(Path.Combine(other.Keys, file), Path.Combine(here.Keys, file), overwrite: true);

        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => here.StartAsync());

        Assert.Equal(
            $"The keys in Keys:Directory are not the ones this data was sealed with ('{file}' is another). Put back the right key directory; starting with another would lose every report.",
            refused.Message);
    }

    [Fact]
    public async Task Two_keys_that_changed_their_names_stop_the_start()
    {
        await using var here = await TwoKeysAsync();
        var (one, two, aside) = (Path.Combine(here.Keys, "master-1.key"), Path.Combine(here.Keys, "master-2.key"), Path.Combine(here.Keys, "aside"));
        File.Move(one, aside);
        File.Move(two, one);
        File.Move(aside, two);

        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => here.StartAsync());

        Assert.Contains("are not the ones", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_key_directory_stops_the_start_and_stays_empty()
    {
        await using var here = await TwoKeysAsync();
        var empty = Directory.CreateDirectory(Path.Combine(here.Home, "empty")).FullName;

        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => here.StartAsync(keys: empty));

        Assert.Contains("is missing from Keys:Directory", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(empty));
    }

    [Fact]
    public async Task An_old_copy_of_the_report_keys_stops_the_start()
    {
        await using var here = await Installation.NewAsync();
        var process = await here.StartAsync();
        var file = Path.Combine(here.Keys, "report-keys.db");
        File.Copy(file, file + ".old");
        await process.FileAsync();
        File.Copy(file + ".old", file, overwrite: true);

        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => here.StartAsync());

        Assert.Equal(
            $"'report-keys.db' in Keys:Directory '{here.Keys}' lacks keys of the newest reports. Put back its newest copy; starting with an old one would lose those reports.",
            refused.Message);
    }

    [Fact]
    public async Task Report_keys_that_are_no_database_stop_the_start()
    {
        await using var here = await TwoKeysAsync();
        await File.WriteAllTextAsync(Path.Combine(here.Keys, "report-keys.db"), new string('x', 5000));

        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => here.StartAsync());

        Assert.Contains("cannot be opened or is damaged", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Retiring_that_was_cut_short_is_no_loss()
    {
        await using var here = await TwoKeysAsync();
        var process = await here.StartAsync();
        process.Get<KeyRotation>().Rewrap(CancellationToken.None);
        await File.WriteAllBytesAsync(Path.Combine(here.Keys, "master-1.retired"), []); // the mark is there, the key still too

        var after = await here.StartAsync();

        Assert.Equal([2], after.Get<MasterKey>().Numbers);
    }

    /// <summary>A stopped installation with two master keys, reports under both.</summary>
    private static async Task<Installation> TwoKeysAsync()
    {
        var here = await Installation.NewAsync();
        await using var process = await here.StartAsync();
        await process.FileAsync();
        await process.Get<KeyRotation>().RotateAsync(CancellationToken.None);
        for (var i = 0; i < 64; i++)
        {
            process.Get<ReportKeys>().Next();
        }

        await process.FileAsync();
        await process.DisposeAsync();
        SqliteConnection.ClearAllPools();
        return here;
    }
}
