using System.Diagnostics;
using Kentongan.EndToEnd.Tests.Product.Strict;
using Kentongan.Sandbox.Telegram;

namespace Kentongan.EndToEnd.Tests.Product;

/// <summary>Telegram fails in every way it knows, at every method: people wait a little, and nothing is lost.</summary>
public sealed class OutageTests
{
    private static readonly string[] Methods =
        ["getUpdates", "sendMessage", "editMessageText", "editMessageReplyMarkup", "answerCallbackQuery", "getFile", "file", "sendPhoto"];

    [Fact]
    public async Task Nothing_is_lost_whatever_fails_and_however()
    {
        await using var stage = await Stage.SetAsync("--Telegram:TimeoutSeconds=2", "--Telegram:PollSeconds=2");
        foreach (var fault in (string[])["down", "500", "malformed", "lost", "timeout", "429"])
        {
            foreach (var method in Methods)
            {
                if ((fault, method) is not ("malformed", "file")) // half an answer in place of a file is a file; it is refused with a sentence
                {
                    await stage.FaultAsync(fault, method, count: 1, retryAfter: 1);
                }
            }

            var resident = new Resident(stage.Telegram, $"Warga {fault}");
            await resident.ReportsAsync($"Gangguan {fault}.", Photo.SignedBy("KENARI"), answers: false);
            var before = stage.Kapolsek.Last;
            await stage.Kapolsek.SeesAsync($"Gangguan {fault}.");
            await stage.Camat.SeesAsync($"Gangguan {fault}.");
            await stage.Danramil.SeesAsync($"Gangguan {fault}.");
            await stage.Kapolsek.PressAsync("📎 Lihat bukti");
            await stage.Kapolsek.SeesAsync(message => message.Id >= before && message.Attachment is Attachment.Photo, $"the evidence after {fault}");
            await stage.HealAsync();
            Assert.Single(resident.Receipts().Distinct());
            Assert.StartsWith("Diterima", await resident.LooksAsync(), StringComparison.Ordinal);
            Assert.False(stage.Product.HasExited, fault);
        }

        Assert.Equal(0, await stage.Product.StopAsync());
    }

    [Fact]
    public async Task What_could_not_be_said_at_once_is_still_said_in_its_order()
    {
        await using var stage = await Stage.SetAsync();
        var siti = new Resident(stage.Telegram, "Siti Aminah");
        await siti.BeginsAsync();

        await stage.FaultAsync("down", "sendMessage", count: 1);
        siti.Hand.Says("/privasi");
        var remark = await siti.Hand.SeesAsync("Yang kami jaga");
        var question = await siti.Hand.SeesAsync("Ceritakan apa yang Anda tahu.", remark.Id);

        Assert.Equal(remark.Id + 1, question.Id);
    }

    [Theory]
    [InlineData("sendMessage")]
    [InlineData("getFile")]
    [InlineData("getUpdates")]
    public async Task While_Telegram_says_wait_it_is_not_asked_again(string method)
    {
        const int Wait = 3;
        await using var stage = await Stage.BareAsync("--Telegram:PollSeconds=2");
        await using var strict = await StrictTelegram.BeforeAsync(stage.Telegram.BaseAddress);
        stage.Settings = [.. stage.Settings, $"--Telegram:BaseUrl={strict.Address}"];
        await stage.StartAsync();
        var siti = new Hand(stage.Telegram, stage.Telegram.AddPerson("Siti Aminah"));
        siti.Says("/start");
        await siti.TapAsync("📣 Lapor");

        await stage.FaultAsync("429", method, count: 1, retryAfter: Wait);
        siti.Phone.SendFile("photo", Photo.SignedBy("KENARI"));
        await siti.SeesAsync("1 berkas");
        siti.Says("Dan satu lagi.");
        await siti.SeesAsync("1 pesan dan 1 berkas");

        var refused = strict.Calls.Single(call => call.Status == 429);
        var again = strict.Calls.First(call => call.At > refused.At && call.Method == refused.Method && call.Chat == refused.Chat);
        Assert.InRange(Stopwatch.GetElapsedTime(refused.At, again.At).TotalSeconds, Wait - 0.05, double.MaxValue);
        Assert.All(
            strict.Calls.Where(call => call.At > refused.At && call.Chat == siti.Id && refused.Chat == siti.Id),
            call => Assert.True(Stopwatch.GetElapsedTime(refused.At, call.At).TotalSeconds > Wait - 0.05, call.Method));
    }
}
