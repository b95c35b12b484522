namespace Kentongan.EndToEnd.Tests.Product;

/// <summary>An installation that something has happened to does not start as if it were new.</summary>
public sealed class DamageTests : IAsyncLifetime
{
    private Stage _stage = null!;

    public async ValueTask InitializeAsync()
    {
        _stage = await Stage.BareAsync();
        await _stage.StartAsync();
        Assert.Equal(0, await _stage.Product.StopAsync());
    }

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    [Fact]
    public async Task A_database_of_garbage()
    {
        Forget();
        await File.WriteAllBytesAsync(_stage.Home.Database, [.. Enumerable.Repeat((byte)'x', 40_000)]);

        await RefusedAsync("damaged");
    }

    [Fact]
    public async Task A_database_cut_short()
    {
        var whole = await File.ReadAllBytesAsync(_stage.Home.Database);
        Forget();
        await File.WriteAllBytesAsync(_stage.Home.Database, whole[..(whole.Length / 2)]);

        await RefusedAsync("damaged");
    }

    [Fact]
    public async Task A_key_that_others_can_read()
    {
        File.SetUnixFileMode(MasterKey, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);

        await RefusedAsync("chmod 600");
    }

    [Fact]
    public async Task The_keys_of_another_installation()
    {
        await File.WriteAllBytesAsync(MasterKey, new byte[32]);

        await RefusedAsync("not the ones this data was sealed with");
    }

    [Fact]
    public async Task A_key_that_is_gone()
    {
        File.Delete(MasterKey);

        await RefusedAsync("is missing from Keys:Directory");
        Assert.False(File.Exists(MasterKey), "a new key was made beside old data");
    }

    [Fact]
    public async Task A_second_bot_beside_the_first()
    {
        await _stage.StartAsync();

        await RefusedAsync("Another Kentongan already runs");
        Assert.False(_stage.Product.HasExited);
    }

    private string MasterKey => Path.Combine(_stage.Home.Keys, "master-1.key");

    private async Task RefusedAsync(string sentence)
    {
        var before = Files();
        RefusalTests.Refused(await _stage.CommandAsync("run"), sentence);
        Assert.Equal(before, Files());
    }

    private string[] Files() => [.. Directory.EnumerateFiles(_stage.Home.Root, "*", SearchOption.AllDirectories)
        .Where(path => !path.Contains("/backups/", StringComparison.Ordinal)) // the bot that runs may back up meanwhile
        .Where(path => !path.EndsWith("-wal", StringComparison.Ordinal) && !path.EndsWith("-shm", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)];

    private void Forget()
    {
        foreach (var file in Directory.EnumerateFiles(_stage.Home.Data, "kentongan.db*"))
        {
            File.Delete(file);
        }
    }
}
