using Kentongan.Triage.Store;
using Kentongan.Triage.Web.People;
using Microsoft.EntityFrameworkCore;
using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace Kentongan.Bot.Telegram;

/// <summary>Tells Telegram the bot's commands, so that they appear in the menu. Not worth stopping for when Telegram is away.</summary>
internal sealed class Introduction(ITelegramBotClient telegram, Committer committer, OfficerCommands officers) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await committer.CommitAsync(officers.QueueAllAsync, stoppingToken);
            await telegram.SetMyCommands(CommandMenus.Everybody, cancellationToken: stoppingToken);
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
