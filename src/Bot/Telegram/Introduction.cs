using Kentongan.Triage.Store;
using Kentongan.Triage.Web.People;
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
            await committer.CommitAsync(unit => unit.NoteAsync(PeopleDesk.BotAddress, address), stoppingToken); // for whoever invites from the back office, which does not know Telegram
        }
        catch (RequestException)
        {
            // said again at the next start
        }
    }
}
