using Kentongan.Bot.Commands;
using Kentongan.Bot.Configuration;
using Kentongan.Bot.Conversations;
using Kentongan.Bot.Delivery;
using Kentongan.Bot.Tests.TelegramApi;
using Kentongan.Triage;
using Kentongan.Triage.Store;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Telegram.Bot;

namespace Kentongan.Bot.Tests.Delivery;

/// <summary>The sender on a store of its own, with a Telegram that answers when the test says so.</summary>
public sealed class SenderTests : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string _directory = Directory.CreateTempSubdirectory("kentongan-sender").FullName;
    private readonly HeldTelegram _telegram = new();
    private readonly HeldSweep _sweep = new();
    private readonly ServiceProvider _services;

    public SenderTests()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Data:Directory"] = _directory,
                ["Keys:Directory"] = Path.Combine(_directory, "keys"),
                ["Telegram:Limits"] = "false",
            })
            .Build();
        _services = new ServiceCollection()
            .AddLogging()
            .AddTriage(configuration, Startup.ReadJurisdiction(configuration))
            .AddTelegram(configuration)
            .AddBot(UpdateMode.Polling)
            .AddSingleton<ITelegramBotClient>(new TelegramBotClient(new TelegramBotClientOptions(StubTelegram.Token), new HttpClient(_telegram)))
            .ConfigureDbContext<SqliteTriageDb>(options => options.AddInterceptors(_sweep))
            .BuildServiceProvider();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_directory, recursive: true);
    }

    [Fact]
    public async Task A_reply_that_leaves_while_the_sweep_is_reading_is_sent_once()
    {
        await Startup.PrepareAsync(_services, TestContext.Current.CancellationToken);
        var sender = _services.GetServices<IHostedService>().OfType<Sender>().Single();
        await sender.StartAsync(TestContext.Current.CancellationToken);
        await _sweep.NextAsync(hold: false).WaitAsync(Patience, TestContext.Current.CancellationToken); // the lease is held from now on

        await _services.GetRequiredService<Committer>().CommitAsync(
            unit => _services.GetRequiredService<EffectRunner>().QueueAsync(unit, new Reply(5, null, "Halo", [])),
            TestContext.Current.CancellationToken);
        await _telegram.Called.WaitAsync(Patience, TestContext.Current.CancellationToken);
        await _sweep.NextAsync(hold: true).WaitAsync(Patience, TestContext.Current.CancellationToken); // it has read the row
        _telegram.Answer();
        await GoneAsync().WaitAsync(Patience, TestContext.Current.CancellationToken);
        _sweep.GoOn();
        await _sweep.NextAsync(hold: false).WaitAsync(Patience, TestContext.Current.CancellationToken);

        Assert.Equal(1, _telegram.Calls);
        await sender.StopAsync(TestContext.Current.CancellationToken);
    }

    private async Task GoneAsync()
    {
        var committer = _services.GetRequiredService<Committer>();
        while (await committer.CommitAsync(unit => unit.Db.Outbox.CountAsync(), default) > 0)
        {
            await Task.Yield();
        }
    }
}
