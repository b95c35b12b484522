using Kentongan.Triage.Configuration;
using Kentongan.Triage.Help;
using Kentongan.Triage.Keys;
using Kentongan.Triage.Tests.Reports;
using Microsoft.Extensions.DependencyInjection;

namespace Kentongan.Triage.Tests.Help;

/// <summary>Keys of help are their own, are proved at start, and rotate (design 9, policy 5.7).</summary>
public sealed class HelpKeysTests
{
    [Theory]
    [InlineData("help-1.key")]
    [InlineData("help-keys.db")]
    public async Task A_missing_or_foreign_key_stops_the_start_of_the_role_that_reads_help_and_of_no_other(string file)
    {
        await using var desk = await OpenedAsync();
        await using var other = await OpenedAsync();
        File.Delete(Path.Combine(desk.Keys, file));
        Assert.Contains($"'{file}' is missing", (await RefusedAsync(desk)).Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(desk.Keys, file)));

        File.Copy(Path.Combine(other.Keys, file), Path.Combine(desk.Keys, file));
        Assert.Contains("are not the ones", (await RefusedAsync(desk)).Message, StringComparison.Ordinal);

        await desk.Process().GetRequiredService<KeyProof>().CheckAsync(CancellationToken.None);
    }

    [Fact]
    public async Task An_old_file_of_keys_stops_the_start()
    {
        await using var desk = await OpenedAsync();
        var path = Path.Combine(desk.Keys, "help-keys.db");
        File.Copy(path, path + ".old");
        await desk.AskAsync();
        File.Copy(path + ".old", path, overwrite: true);

        Assert.Contains("lacks keys of the newest help requests", (await RefusedAsync(desk)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_key_of_reports_opens_help_and_it_reads_on_after_every_rotation()
    {
        await using var desk = await OpenedAsync();
        var receipt = await desk.AskAsync();
        var old = Path.Combine(desk.Keys, "help-1.key");
        Assert.True(File.Exists(old));

        Assert.Equal(2, await desk.Get<HelpKeyRotation>().RotateAsync(CancellationToken.None));
        var second = await desk.AskAsync();
        Assert.Equal([(1, 2), (2, 1)], desk.Get<HelpKeyRotation>().List()); // the file's own proof is wrapped by the first
        Assert.Equal(2, await desk.Get<HelpKeyRotation>().RewrapAsync(CancellationToken.None));

        Assert.False(File.Exists(old));
        Assert.Equal([(2, 3)], desk.Get<HelpKeyRotation>().List());
        var next = desk.Process();
        await next.GetRequiredService<HelpProof>().CheckAsync(CancellationToken.None);
        Assert.Equal(Asking.Story, (await desk.SeeAsync(receipt))!.Words[0].Text);
        Assert.Equal(Asking.Story, (await desk.SeeAsync(second))!.Words[0].Text);
        Assert.DoesNotContain(desk.Get<KeyRotation>().List(), key => key.Wraps > 1); // only the proof: no report was made
    }

    private static async Task<Desk> OpenedAsync()
    {
        var desk = await Desk.OpenAsync(StoreProvider.Sqlite, "konselor");
        await desk.Get<KeyProof>().CheckAsync(CancellationToken.None);
        await desk.Get<HelpProof>().CheckAsync(CancellationToken.None);
        return desk;
    }

    private static Task<StartRefusedException> RefusedAsync(Desk desk) =>
        Assert.ThrowsAsync<StartRefusedException>(() => desk.Process().GetRequiredService<HelpProof>().CheckAsync(CancellationToken.None));
}
