using Kentongan.Bot;
using Kentongan.Domain;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Keys;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace Kentongan.EndToEnd.Tests.Product.Canaries;

/// <summary>What becomes of a backup once its reports are shredded (threat-model 4, row 6).</summary>
internal static class CanaryShredding
{
    /// <summary>One command of the product, so long after now.</summary>
    public static async Task<string> LaterAsync(Stage stage, TimeSpan after, params string[] command)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        Assert.Equal(0, await KentonganHost.RunAsync([.. command, .. stage.Settings], output, error, new LaterClock(after)));
        return output.ToString() + error;
    }

    /// <summary>The product runs at that time until something is so.</summary>
    public static async Task<string> RunLaterAsync(Stage stage, TimeSpan after, Func<bool> until, Func<string> why)
    {
        await using var output = new StringWriter();
        using var stop = new CancellationTokenSource();
        var running = KentonganHost.RunAsync(["run", .. stage.Settings], TextWriter.Synchronized(output), TextWriter.Null, new LaterClock(after), stop.Token);
        await Until.TrueAsync(() => running.IsCompleted || until(), why);
        await stop.CancelAsync();
        Assert.Equal(0, await running);
        return output.ToString();
    }

    /// <summary>How many contents of reports and words of help in a copy of the database open with the keys of a directory, and how many there are.</summary>
    public static (int Opened, int All) Readable(string database, string keyDirectory)
    {
        var files = new KeyFiles(Options.Create(new KeysOptions { Directory = keyDirectory }));
        using var keys = new ReportKeys(files, new MasterKey(files), Randomness.Secure);
        var vault = new ReportVault(keys);
        using var db = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Pooling = false }.ToString());
        db.Open();
        using var select = db.CreateCommand();
        select.CommandText = "SELECT report, sealed FROM report_contents";
        using var reader = select.ExecuteReader();
        var (opened, all) = (0, 0);
        while (reader.Read())
        {
            all++;
            opened += vault.OpenContent(new ReportId(Guid.Parse(reader.GetString(0))), (byte[])reader[1]) is null ? 0 : 1;
        }

        return (opened, all);
    }

    /// <summary>Keys of help conversations that are still there.</summary>
    public static long HelpKeys(string keyDirectory)
    {
        using var db = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(keyDirectory, "help-keys.db"), Pooling = false }.ToString());
        db.Open();
        using var count = db.CreateCommand();
        count.CommandText = "SELECT count(*) FROM help_keys WHERE request <> zeroblob(16)";
        return (long)count.ExecuteScalar()!;
    }

    private sealed class LaterClock(TimeSpan after) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + after;
    }
}
