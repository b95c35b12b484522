using Kentongan.Triage.Store;
using Kentongan.Triage.Web.People;
using Microsoft.EntityFrameworkCore;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace Kentongan.Bot.Telegram;

/// <summary>Tells Telegram the bot's commands, so that they appear in the menu. Not worth stopping for when Telegram is away.</summary>
internal sealed class Introduction(ITelegramBotClient telegram, Committer committer) : BackgroundService
{
    private static readonly BotCommand[] Commands =
    [
        new() { Command = "lapor", Description = "Kirim laporan tanpa nama" },
        new() { Command = "status", Description = "Cek laporan dengan kode" },
        new() { Command = "tolong", Description = "Butuh bantuan" },
        new() { Command = "privasi", Description = "Apa yang kami jaga" },
        new() { Command = "bahasa", Description = "Ganti bahasa · change language" },
        new() { Command = "hapus", Description = "Hapus jejak saya di sini" },
        new() { Command = "batal", Description = "Batalkan isian" },
    ];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await telegram.SetMyCommands(Commands, cancellationToken: stoppingToken);
            var address = $"https://t.me/{(await telegram.GetMe(stoppingToken)).Username}";
            await committer.CommitAsync(unit => KeepAsync(unit, address), stoppingToken);
        }
        catch (RequestException)
        {
            // said again at the next start
        }
    }

    /// <summary>For whoever invites from the back office, which does not know Telegram.</summary>
    private static async Task KeepAsync(Unit unit, string address)
    {
        if (await unit.Db.Settings.SingleOrDefaultAsync(row => row.Name == PeopleDesk.BotAddress) is { } row)
        {
            row.Value = address;
        }
        else
        {
            unit.Db.Settings.Add(new SettingRow { Name = PeopleDesk.BotAddress, Value = address });
        }
    }
}
