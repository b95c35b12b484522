using System.Security.Cryptography;
using System.Text;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Keys;
using Kentongan.Triage.Tests.Store;
using Microsoft.Extensions.Options;

namespace Kentongan.Triage.Tests.Keys;

/// <summary>Envelopes, key files and the keys of a day (design 9, threat-model 3).</summary>
public sealed class KeyFilesTests : IDisposable
{
    private readonly string _directory = Path.Combine(Directory.CreateTempSubdirectory("kentongan-keys").FullName, "keys");

    private readonly FixedClock _clock = new(new DateTimeOffset(2026, 9, 16, 12, 0, 0, TimeSpan.Zero));

    private KeyFiles Files => new(Options.Create(new KeysOptions { Directory = _directory }));

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_directory)!, recursive: true);

    [Fact]
    public void An_envelope_opens_with_its_key_in_its_context_and_unchanged_only()
    {
        var (key, other) = (RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(32));
        var letter = Envelope.Seal(key, 7, "rahasia"u8, "table.column.1");

        Assert.Equal("rahasia", Encoding.UTF8.GetString(Envelope.Open(key, letter, "table.column.1")!));
        Assert.Equal(7, Envelope.KeyNumber(letter));
        Assert.Null(Envelope.Open(other, letter, "table.column.1"));
        Assert.Null(Envelope.Open(key, letter, "table.column.2"));
        Assert.NotEqual(letter, Envelope.Seal(key, 7, "rahasia"u8, "table.column.1"));
        for (var at = 0; at < letter.Length; at++)
        {
            var changed = letter.ToArray();
            changed[at] ^= 1;
            Assert.True(Envelope.Open(key, changed, "table.column.1") is null || at is >= 1 and < 5, $"byte {at}"); // the key's number is only a hint
            Assert.Null(Envelope.Open(key, letter[..at], "table.column.1"));
        }
    }

    /// <summary>Whoever has the file open, or finds its blocks on the disk, finds nothing.</summary>
    [Fact]
    public void A_key_that_is_destroyed_is_overwritten_before_it_is_removed()
    {
        var key = Files.ReadOrCreate("day-2026-09-14");
        using var open = new FileStream(Path.Combine(_directory, "day-2026-09-14.key"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1);
        Assert.NotEqual(new byte[32], key);

        Files.Destroy("day-2026-09-14");

        var left = new byte[32];
        open.ReadExactly(left);
        Assert.Equal(new byte[32], left);
        Assert.Empty(Directory.GetFiles(_directory));
    }

    [Fact]
    public void A_key_is_made_once_for_its_owner_alone()
    {
        var key = Files.ReadOrCreate("master-1");

        Assert.Equal(key, Files.ReadOrCreate("master-1"));
        Assert.Equal(32, key.Length);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_directory, "master-1.key")));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_directory));
        Assert.Single(Directory.GetFiles(_directory));
    }

    [Theory]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.OtherWrite)]
    public void A_key_that_others_can_read_is_refused(UnixFileMode more)
    {
        Files.ReadOrCreate("master-1");
        var path = Path.Combine(_directory, "master-1.key");
        File.SetUnixFileMode(path, File.GetUnixFileMode(path) | more);

        var refused = Assert.Throws<StartRefusedException>(() => Files.ReadOrCreate("master-1"));

        Assert.Equal($"The key file '{path}' can be read by others. Run: chmod 600 '{path}'.", refused.Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    public void A_key_of_another_length_is_refused_and_left_alone(int length)
    {
        Files.ReadOrCreate("master-1");
        var path = Path.Combine(_directory, "master-1.key");
        File.WriteAllBytes(path, new byte[length]);

        Assert.Throws<StartRefusedException>(() => Files.ReadOrCreate("master-1"));

        Assert.Equal(length, new FileInfo(path).Length);
    }

    [Fact]
    public async Task Many_that_make_a_key_at_once_agree_on_one()
    {
        for (var round = 0; round < 20; round++)
        {
            var name = $"key-{round}";
            using var barrier = new Barrier(8);
            var keys = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Factory.StartNew(
                () =>
                {
                    barrier.SignalAndWait();
                    return Convert.ToHexString(Files.ReadOrCreate(name));
                },
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default)));

            Assert.Single(keys.Distinct());
        }

        Assert.Equal(20, Directory.GetFiles(_directory).Length); // nothing unfinished stays
    }

    [Fact]
    public void A_pseudonym_holds_for_a_day()
    {
        var keys = new DayKeys(Files, _clock);
        var today = keys.Today.Pseudonym(42);

        _clock.Now += TimeSpan.FromHours(11.9);
        Assert.Equal(today, new DayKeys(Files, _clock).Today.Pseudonym(42));
        Assert.NotEqual(today, keys.Today.Pseudonym(43));

        _clock.Now += TimeSpan.FromHours(1);
        Assert.NotEqual(today, keys.Today.Pseudonym(42));
        Assert.Equal(today, keys.Yesterday!.Pseudonym(42));
    }

    [Fact]
    public void After_two_midnights_nothing_opens_what_a_day_key_sealed()
    {
        var keys = new DayKeys(Files, _clock);
        var number = keys.Today.Number;
        var conversation = keys.Today.Seal("halo"u8, "conversations.sealed");
        var path = Assert.Single(Directory.GetFiles(_directory));

        _clock.Now += TimeSpan.FromDays(1);
        Assert.Equal(0, keys.DestroyOld());
        Assert.Equal("halo"u8.ToArray(), keys.ByNumber(number)!.Open(conversation, "conversations.sealed"));

        _clock.Now += TimeSpan.FromDays(1);
        Assert.Equal(1, keys.DestroyOld());
        Assert.Null(keys.ByNumber(number));
        Assert.Null(new DayKeys(Files, _clock).ByNumber(number));
        Assert.Null(keys.Yesterday);
        Assert.False(File.Exists(path));
        Assert.Null(keys.Today.Open(conversation, "conversations.sealed"));
    }

    [Fact]
    public void Another_process_that_still_has_an_old_key_in_memory_does_not_use_it()
    {
        var (sweeper, bot) = (new DayKeys(Files, _clock), new DayKeys(Files, _clock));
        var number = bot.Today.Number;
        bot.Today.Seal("halo"u8, "x");

        _clock.Now += TimeSpan.FromDays(2);
        sweeper.DestroyOld();

        Assert.Null(bot.ByNumber(number));
    }

    [Fact]
    public void Two_purposes_of_the_master_key_share_no_key()
    {
        var master = new MasterKey(Files);

        Assert.NotEqual(master.Derive("card-seal"), master.Derive("card-nonce"));
        Assert.Equal(master.Derive("card-seal"), new MasterKey(Files).Derive("card-seal"));
        Assert.Null(master.Open(master.Seal("x"u8, "a"), "b"));
    }
}
