using Kentongan.Bot.Configuration;
using Kentongan.Bot.Conversations;
using Kentongan.Bot.Conversations.FollowUps;
using Kentongan.Bot.Conversations.Help;
using Kentongan.Bot.Conversations.Intake;
using Kentongan.Bot.Conversations.Officers;
using Kentongan.Bot.Delivery;
using Kentongan.Bot.Telegram;
using Kentongan.Triage.Configuration;
using Microsoft.Extensions.Options;
using Telegram.Bot;

namespace Kentongan.Bot;

/// <summary>The role <c>bot</c>: updates in, conversations, delivery out.</summary>
internal static class BotModule
{
    public static IServiceCollection AddTelegram(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<TelegramOptions>(configuration.GetSection(TelegramOptions.Section));
        services.AddSingleton<ITelegramBotClient>(provider =>
        {
            var options = provider.GetRequiredService<IOptions<TelegramOptions>>().Value;
            return new TelegramBotClient(new TelegramBotClientOptions(options.Token, options.BaseUrl.TrimEnd('/')) { RetryThreshold = 0 })
            {
                Timeout = TimeSpan.FromSeconds(options.TimeoutSeconds),
            };
        });
        return services;
    }

    public static IServiceCollection AddBot(this IServiceCollection services, UpdateMode mode)
    {
        services.AddSingleton(provider =>
        {
            var jurisdiction = provider.GetRequiredService<Jurisdiction>();
            return new ConversationContext(
                new IntakeContext(jurisdiction.Programmes, jurisdiction.Regions, jurisdiction.Kabupaten),
                jurisdiction.Local.Zone)
            {
                Help = jurisdiction.Help,
            };
        });
        services.AddSingleton(provider => provider.GetRequiredService<Jurisdiction>().Local);
        services.AddSingleton<ConversationStore>();
        services.AddSingleton<EffectRunner>();
        services.AddSingleton<HelpReading>();
        services.AddSingleton<HelpEffects>();
        services.AddSingleton<HelpDesk>();
        services.AddSingleton<HelpCardDrawing>();
        services.AddSingleton<HelpPost>();
        services.AddSingleton<CardTokens>();
        services.AddSingleton<OfficerCommands>();
        services.AddSingleton<CardMenus>();
        services.AddSingleton<CardScreen>();
        services.AddSingleton<CardTaps>();
        services.AddSingleton(CardManner.From);
        services.AddSingleton<ReferTaps>();
        services.AddSingleton<LeaveDesk>();
        services.AddSingleton<OperationsDesk>();
        services.AddSingleton<OfficerTexts>();
        services.AddSingleton<ClusterTaps>();
        services.AddSingleton<CardDrawing>();
        services.AddSingleton<OfficerDesk>();
        services.AddSingleton<ReceiptGuesses>();
        services.AddSingleton<TurnRunner>();
        services.AddSingleton<Letters>();
        services.AddSingleton<DigestDrawing>();
        services.AddSingleton<DigestPictures>();
        services.AddSingleton<NoticeDrawing>();
        services.AddSingleton<ChatTraces>();
        services.AddSingleton<ChatEraser>();
        services.AddSingleton<TelegramDelivery>();
        services.AddSingleton<Postman>();
        services.AddSingleton<SenderLease>();
        services.AddSingleton<EvidenceFetching>();
        services.AddSingleton<UpdatePump>();
        services.AddSingleton<BotReadiness>();
        services.AddSingleton<WebhookAddress>();
        services.AddSingleton<TokenWatch>();
        services.AddHostedService<Sender>();
        services.AddHostedService<Introduction>();
        if (mode == UpdateMode.Webhook)
        {
            services.AddSingleton<Webhook>();
            services.AddHostedService(provider => provider.GetRequiredService<Webhook>());
        }
        else
        {
            services.AddHostedService<Polling>();
        }

        return services;
    }
}
