using System.Text;
using Kentongan.Triage.Backups;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Keys;
using Kentongan.Triage.Tests.Retention;

namespace Kentongan.Triage.Tests.Keys;

public sealed class KeyRotationTests
{
    [Theory]
    [MemberData(nameof(Installation.BothStores), MemberType = typeof(Installation))]
    public async Task Reports_are_filed_and_read_all_through_a_rotation(StoreProvider provider)
    {
        await using var here = await Installation.NewAsync(provider);
        var running = await here.StartAsync();
        var cases = new List<Case> { await running.FileAsync() };
        using var enough = new CancellationTokenSource();
        var residents = Task.Run(async () =>
        {
            while (!enough.IsCancellationRequested)
            {
                cases.Add(await running.FileAsync());
                Assert.Equal(Process.Story, await running.StoryAsync(cases[Random.Shared.Next(cases.Count)]));
            }
        });

        for (var round = 0; round < 5; round++)
        {
            var command = await here.StartAsync();
            var number = await command.Get<KeyRotation>().RotateAsync(CancellationToken.None);
            command.Get<KeyRotation>().Rewrap(CancellationToken.None);
            await RetireAsync(command.Get<KeyRotation>(), number - 1);
        }

        await enough.CancelAsync();
        await residents;
        var later = await here.StartAsync();
        Assert.Equal([6], later.Get<MasterKey>().Numbers);
        foreach (var one in cases)
        {
            Assert.Equal((Process.Story, Process.Story), (await running.StoryAsync(one), await later.StoryAsync(one)));
        }
    }

    [Fact]
    public async Task A_running_process_seals_with_the_new_key_and_reads_with_both()
    {
        await using var here = await Installation.NewAsync();
        var running = await here.StartAsync();
        var old = await running.FileAsync();
        await (await here.StartAsync()).Get<KeyRotation>().RotateAsync(CancellationToken.None);

        for (var i = 0; i < 64; i++) // past the keys that were made ahead
        {
            running.Get<ReportKeys>().Next();
        }

        var fresh = await running.FileAsync();

        Assert.Equal((1, 2), (Envelope.KeyNumber(here.WrappedKey(old.Report.Value)), Envelope.KeyNumber(here.WrappedKey(fresh.Report.Value))));
        Assert.Equal((Process.Story, Process.Story), (await running.StoryAsync(old), await running.StoryAsync(fresh)));
    }

    [Fact]
    public async Task A_key_with_which_something_is_sealed_cannot_be_retired()
    {
        await using var here = await Installation.NewAsync();
        var process = await here.StartAsync();
        var one = await process.FileAsync();
        var rotation = process.Get<KeyRotation>();

        var only = await Assert.ThrowsAsync<StartRefusedException>(() => rotation.RetireAsync(1, CancellationToken.None));
        await rotation.RotateAsync(CancellationToken.None);
        var used = await Assert.ThrowsAsync<StartRefusedException>(() => rotation.RetireAsync(1, CancellationToken.None));
        var unknown = await Assert.ThrowsAsync<StartRefusedException>(() => rotation.RetireAsync(7, CancellationToken.None));

        Assert.Equal("Master key 1 is the one that seals. First run: keys rotate, then keys rewrap.", only.Message);
        Assert.Equal("Master key 1 still seals 65 report keys; without it those reports are lost. First run: keys rewrap.", used.Message); // 64 made ahead, one of the file itself
        Assert.Equal("There is no master key 7. See: keys list.", unknown.Message);
        Assert.Equal(Process.Story, await process.StoryAsync(one));
    }

    [Fact]
    public async Task A_retired_key_is_gone_from_every_file_and_is_not_missed()
    {
        await using var here = await Installation.NewAsync();
        var process = await here.StartAsync();
        var one = await process.FileAsync();
        var rotation = process.Get<KeyRotation>();
        var key = await File.ReadAllBytesAsync(Path.Combine(here.Keys, "master-1.key"));
        var wrapped = here.WrappedKey(one.Report.Value);
        await rotation.RotateAsync(CancellationToken.None);
        Assert.Equal(65, rotation.Rewrap(CancellationToken.None));
        await rotation.RetireAsync(1, CancellationToken.None);

        Assert.Empty(here.FilesWith(key));
        Assert.Empty(here.FilesWith(wrapped));
        Assert.Equal([(2, 65)], rotation.List());
        Assert.Equal(Process.Story, await (await here.StartAsync()).StoryAsync(one));
    }

    [Fact]
    public async Task A_backup_from_before_a_rotation_starts_with_the_keys_of_today()
    {
        await using var here = await Installation.NewAsync();
        var process = await here.StartAsync();
        var one = await process.FileAsync();
        var restored = Directory.CreateDirectory(Path.Combine(here.Home, "restored")).FullName;
        File.Copy(await process.Get<StoreBackup>().TakeAsync(null, CancellationToken.None), Path.Combine(restored, "kentongan.db"));
        var rotation = process.Get<KeyRotation>();
        await rotation.RotateAsync(CancellationToken.None);
        rotation.Rewrap(CancellationToken.None);
        await rotation.RetireAsync(1, CancellationToken.None);

        Assert.Equal(Process.Story, await (await here.StartAsync(restored)).StoryAsync(one));
    }

    [Fact]
    public async Task Shredded_reports_stay_shredded_through_a_rotation()
    {
        await using var here = await Installation.NewAsync();
        var process = await here.StartAsync();
        var gone = await process.FileAndCloseAsync();
        here.Clock.Now += TimeSpan.FromDays(365);
        await process.ShredAsync();

        await process.Get<KeyRotation>().RotateAsync(CancellationToken.None);
        process.Get<KeyRotation>().Rewrap(CancellationToken.None);

        Assert.Null(process.Get<ReportKeys>().Find(gone.Report));
        Assert.Null((await (await here.StartAsync()).CardAsync(gone))!.Story);
    }

    [Fact]
    public async Task What_is_derived_outlives_a_rotation()
    {
        await using var here = await Installation.NewAsync();
        var process = await here.StartAsync();
        var before = process.Get<MasterKey>().Derive("card-seal");
        await process.Get<KeyRotation>().RotateAsync(CancellationToken.None);
        process.Get<KeyRotation>().Rewrap(CancellationToken.None);
        await process.Get<KeyRotation>().RetireAsync(1, CancellationToken.None);

        var after = (await here.StartAsync()).Get<MasterKey>();

        Assert.Equal(before, after.Derive("card-seal"));
        Assert.NotEqual(before, after.Derive("webhook-path"));
    }

    [Fact]
    public async Task Something_sealed_with_a_key_of_a_later_number_is_opened_without_a_restart()
    {
        await using var here = await Installation.NewAsync();
        var running = await here.StartAsync();
        var other = await here.StartAsync();
        running.Get<MasterKey>().Seal("x"u8, "c");
        await other.Get<KeyRotation>().RotateAsync(CancellationToken.None);

        var opened = running.Get<MasterKey>().Open(other.Get<MasterKey>().Seal(Encoding.UTF8.GetBytes("kata"), "c"), "c");

        Assert.Equal("kata", Encoding.UTF8.GetString(opened!));
    }

    /// <summary>The running process may have wrapped a few keys with the old one just before the rotation; then the operator wraps again.</summary>
    private static async Task RetireAsync(KeyRotation rotation, int number)
    {
        try
        {
            await rotation.RetireAsync(number, CancellationToken.None);
        }
        catch (StartRefusedException refused) when (refused.Message.Contains("still seals", StringComparison.Ordinal))
        {
            rotation.Rewrap(CancellationToken.None);
            await rotation.RetireAsync(number, CancellationToken.None);
        }
    }
}
