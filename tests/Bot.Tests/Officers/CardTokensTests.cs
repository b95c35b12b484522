using System.Buffers.Text;
using System.Text;
using Kentongan.Bot.Conversations.Officers;
using Kentongan.Domain;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Keys;
using Microsoft.Extensions.Options;

namespace Kentongan.Bot.Tests.Officers;

/// <summary>Callback data: opaque, bound to officer and action, expiring (threat-model 4, row 12).</summary>
public sealed class CardTokensTests : IDisposable
{
    private static readonly OfficerId Sari = new(new Guid("11111111-1111-4111-8111-111111111111"));
    private static readonly OfficerId Budi = new(new Guid("22222222-2222-4222-8222-222222222222"));
    private static readonly DateTimeOffset Noon = new(2026, 2, 20, 5, 0, 0, TimeSpan.Zero);

    private readonly string _directory = Directory.CreateTempSubdirectory("kentongan-tokens").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public void Every_button_fits_and_says_nothing_of_what_it_does()
    {
        var tokens = Tokens(Noon);
        CardTap[] taps =
        [
            .. Enum.GetValues<CardAction>().SelectMany(action => (long[])[0, 1, long.MaxValue], (action, card) => new CardTap(card, action, 0)),
            new(long.MaxValue, CardAction.DigestRead, int.MaxValue), new(5, CardAction.PassTo, int.MinValue),
        ];

        foreach (var tap in taps)
        {
            var data = tokens.Seal(Sari, tap);

            Assert.InRange(Encoding.UTF8.GetByteCount(data), 1, 64);
            Assert.Equal(tap, tokens.Open(Sari, data));
        }

        Assert.Equal(taps.Length, taps.Select(tap => tokens.Seal(Sari, tap)[..20]).Distinct().Count());
    }

    [Fact]
    public void The_same_button_is_the_same_to_the_byte_all_week()
    {
        var tap = new CardTap(42, CardAction.Accept, 0);

        Assert.Equal(Tokens(Noon).Seal(Sari, tap), Tokens(Noon.AddDays(1)).Seal(Sari, tap));
        Assert.NotEqual(Tokens(Noon).Seal(Sari, tap), Tokens(Noon).Seal(Budi, tap));
    }

    [Fact]
    public void A_button_works_for_its_officer_alone()
    {
        var data = Tokens(Noon).Seal(Sari, new CardTap(42, CardAction.Accept, 0));

        Assert.Null(Tokens(Noon).Open(Budi, data));
    }

    [Fact]
    public void A_button_expires_after_eight_weeks()
    {
        var data = Tokens(Noon).Seal(Sari, new CardTap(42, CardAction.Accept, 0));

        Assert.NotNull(Tokens(Noon.AddDays(55)).Open(Sari, data));
        Assert.Null(Tokens(Noon.AddDays(64)).Open(Sari, data));
    }

    [Fact]
    public void One_changed_bit_anywhere_opens_nothing()
    {
        var tokens = Tokens(Noon);
        var sealedBytes = Base64Url.DecodeFromChars(tokens.Seal(Sari, new CardTap(42, CardAction.Accept, 0)).AsSpan(1));

        for (var bit = 0; bit < sealedBytes.Length * 8; bit++)
        {
            var changed = sealedBytes.ToArray();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Null(tokens.Open(Sari, "!" + Base64Url.EncodeToString(changed)));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("!")]
    [InlineData("r:status:abc")]
    [InlineData("!not base64 at all")]
    [InlineData("!AAAA")]
    [InlineData("!😀")]
    public void What_is_no_button_opens_nothing(string data) => Assert.Null(Tokens(Noon).Open(Sari, data));

    [Fact]
    public void Another_installation_opens_nothing()
    {
        var data = Tokens(Noon).Seal(Sari, new CardTap(42, CardAction.Accept, 0));

        Assert.Null(Tokens(Noon, "other").Open(Sari, data));
    }

    private CardTokens Tokens(DateTimeOffset now, string keys = "keys") => new(
        new MasterKey(new KeyFiles(Options.Create(new KeysOptions { Directory = Path.Combine(_directory, keys) }))), new Stopped(now));

    private sealed class Stopped(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
