using System.Text;
using System.Text.Json;
using Kentongan.Sandbox.Telegram;
using Microsoft.Data.Sqlite;

namespace Kentongan.EndToEnd.Tests.Product;

/// <summary>Whatever people send, it is answered with sense, and nobody else waits for it.</summary>
public sealed class OddMessageTests
{
    private const string NotRead = "tidak bisa kami baca";

    [Fact]
    public async Task Every_odd_message_is_answered_and_the_chat_goes_on()
    {
        await using var stage = await Stage.SetAsync();
        var odd = new Hand(stage.Telegram, stage.Telegram.AddPerson("Budi Santoso"));
        var other = new Resident(stage.Telegram, "Siti Aminah");
        var (phone, world) = (odd.Phone, stage.Telegram.World);
        var anybody = world.AddPerson("Teman Budi");

        await AnswersAsync(odd, NotRead, () => phone.SendSticker("👍"));
        await AnswersAsync(odd, NotRead, () => phone.SendPoll("Siapa?", ["Saya", "Kamu"]));
        await AnswersAsync(odd, "Kontak tidak kami simpan", () => phone.SendContact());
        await AnswersAsync(odd, "sudah kami catat", () => phone.Forward("Ada yang jual arak.", anybody, "Teman"));
        await AnswersAsync(odd, "Dibatalkan", () => odd.Says("/batal"));
        await AnswersAsync(odd, "Pesan yang diubah tidak kami baca", () => phone.EditText(phone.Messages.Last(message => message.From is not null && message.Text is not null).Id, "lain"));
        await AnswersAsync(odd, NotRead, () => phone.SendText("\u200B\u2060\u200D\uFEFF"));
        await AnswersAsync(odd, NotRead, () => odd.Says("/tidakada"));
        await AnswersAsync(odd, "Mau lapor soal apa", () => odd.Says("/lapor@kentongan_sandbox_bot"));
        await AnswersAsync(odd, "sudah dicatat", () => odd.Says("\u202Emalam\u202C مساء <b>&amp; <script>*_[x](y)`~ \\"));
        await AnswersAsync(odd, "sudah dicatat", () => odd.Says(string.Concat(Enumerable.Repeat("Panjang & lebar <i>. ", 220))));
        await AnswersAsync(odd, "Titik lokasi sudah dicatat", () => Inject(world, odd, "\"venue\":{\"location\":{\"latitude\":-6.57,\"longitude\":110.74},\"title\":\"Balai\",\"address\":\"Jl.\"}"));
        await AnswersAsync(odd, NotRead, () => Inject(world, odd, "\"gift\":{\"gift\":{\"id\":\"1\"}},\"text_of_tomorrow\":[1,{}]"));
        await AnswersAsync(odd, "Dibatalkan", () => odd.Says("/batal"));

        await other.ReportsAsync("Mereka berkumpul di lapangan.");
        Assert.False(stage.Product.HasExited);
        Assert.Equal("", stage.Product.Error);
    }

    [Fact]
    public async Task An_update_that_makes_no_sense_stops_nobody()
    {
        await using var stage = await Stage.SetAsync();
        var siti = new Resident(stage.Telegram, "Siti Aminah");
        var world = stage.Telegram.World;
        world.Updates.Allowed = [];

        foreach (var (kind, body) in new[]
        {
            ("message", "{\"message_id\":1,\"date\":1}"),
            ("message", "{}"),
            ("message", "{\"message_id\":2,\"date\":1,\"chat\":{\"id\":77,\"type\":\"private\"},\"photo\":[{}]}"),
            ("message", "{\"message_id\":2,\"date\":1,\"chat\":{\"id\":77,\"type\":\"private\"},\"location\":{}}"),
            ("callback_query", "{\"id\":\"1\"}"),
            ("my_chat_member", "{\"date\":1}"),
            ("edited_message", "{}"),
            ("what_comes_next_year", "{\"anything\":[1,2,3]}"),
        })
        {
            world.Updates.Add(kind, siti.Hand.Id, Encoding.UTF8.GetBytes(body));
        }

        await siti.ReportsAsync("Mereka berkumpul di lapangan.");
        await world.Updates.EmptyAsync();
        Assert.False(stage.Product.HasExited);
    }

    [Theory]
    [InlineData("{\"message_id\":{},\"date\":\"x\",\"chat\":[]}")]
    [InlineData("{\"message_id\":2,\"date\":99999999999999999,\"chat\":{\"id\":77,\"type\":\"private\"}}")]
    [InlineData("{\"message_id\":2,,\"date\":1}")]
    [InlineData("{\"message_id\":2")]
    public async Task An_update_that_cannot_be_read_is_noted_by_its_number_and_stops_nobody(string body)
    {
        await using var stage = await Stage.SetAsync();
        var siti = new Resident(stage.Telegram, "Siti Aminah");
        var updates = stage.Telegram.World.Updates;

        updates.Add("message", siti.Hand.Id, Encoding.UTF8.GetBytes(body));
        await siti.ReportsAsync("Mereka berkumpul di lapangan.");
        await updates.EmptyAsync();

        await using var db = new SqliteConnection($"Data Source={stage.Home.Database};Mode=ReadOnly");
        await db.OpenAsync(TestContext.Current.CancellationToken);
        await using var noted = db.CreateCommand();
        noted.CommandText = "SELECT kind || ' ' || error FROM poison_updates";
        Assert.Equal("Unknown Unreadable", await noted.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_group_is_left_at_once_and_a_block_forgets_nothing()
    {
        await using var stage = await Stage.SetAsync();
        var siti = new Resident(stage.Telegram, "Siti Aminah");
        await siti.BeginsAsync();
        siti.Hand.Phone.Block();
        await stage.Telegram.World.Updates.EmptyAsync();
        siti.Hand.Phone.Unblock();
        siti.Hand.Says("Mereka berkumpul di lapangan.");
        await siti.Hand.SeesAsync("1 pesan");

        using var http = new HttpClient { BaseAddress = stage.Telegram.BaseAddress };
        using var added = await http.PostAsync("/sandbox/groups", System.Net.Http.Json.JsonContent.Create(new { title = "RT 3", people = new[] { siti.Hand.Id } }));
        var group = stage.Telegram.World.FindChat(JsonDocument.Parse(await added.Content.ReadAsStringAsync()).RootElement.GetProperty("id").GetInt64())!;
        await Until.TrueAsync(() => group.Standing == BotStanding.Left, () => "The bot stays in the group.");
        Assert.Contains(group.Shown(), message => message.Text?.Text.Contains("hanya melayani percakapan pribadi", StringComparison.Ordinal) == true);

        stage.Danramil.Phone.Block();
        await stage.Koordinator.SeesAsync("memblokir bot");
        await siti.Hand.TapAsync("Lanjut");
        await siti.Hand.TapAsync("Tidak ada");
        await siti.Hand.TapAsync("✅ Kirim");
        await siti.ReadsReceiptAsync();
        await stage.Camat.SeesAsync("Mereka berkumpul di lapangan.");
    }

    private static async Task AnswersAsync(Hand hand, string words, Action send)
    {
        var before = hand.Last;
        send();
        await hand.SeesAsync(words, before);
    }

    /// <summary>A message as no phone of the sandbox can send it.</summary>
    private static void Inject(TelegramWorld world, Hand from, string content) => world.Updates.Add("message", from.Id, Encoding.UTF8.GetBytes(
        $"{{\"message_id\":9000,\"date\":1790000000,\"from\":{{\"id\":{from.Id},\"is_bot\":false,\"first_name\":\"X\"}},\"chat\":{{\"id\":{from.Id},\"type\":\"private\"}},{content}}}"));
}
