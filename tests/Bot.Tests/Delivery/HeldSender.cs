using Kentongan.Bot.Commands;
using Kentongan.Bot.Configuration;
using Kentongan.Bot.Delivery;
using Kentongan.Bot.Tests.TelegramApi;
using Kentongan.Bot.Tests.Theft;
using Kentongan.Triage;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Store;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Telegram.Bot;

namespace Kentongan.Bot.Tests.Delivery;

/// <summary>The sender on a store of its own, with a Telegram that answers when the test says so.</summary>
internal sealed class HeldSender : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string _directory = Directory.CreateTempSubdirectory("kentongan-sender").FullName;
    private readonly HeldSweep _sweep = new();
    private readonly ServiceProvider _services;
    private readonly string? _postgres;

    private HeldSender(string? postgres)
    {
        _postgres = postgres;
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Data:Directory"] = _directory,
                ["Keys:Directory"] = Path.Combine(_directory, "keys"),
                ["Telegram:Limits"] = "false",
                ["Privacy:OfferDelay"] = "00:00:00",
                ["Store:Provider"] = postgres is null ? "Sqlite" : "Postgres",
                ["Store:ConnectionString"] = postgres ?? "",
            })
            .Build();
        _services = new ServiceCollection()
            .AddLogging()
            .AddTriage(configuration, Startup.ReadJurisdiction(configuration))
            .AddTelegram(configuration)
            .AddBot(UpdateMode.Polling)
            .AddSingleton<ITelegramBotClient>(new TelegramBotClient(new TelegramBotClientOptions(StubTelegram.Token) { RetryThreshold = 0 }, new HttpClient(Telegram)))
            .ConfigureDbContext<SqliteTriageDb>(options => options.AddInterceptors(_sweep))
            .ConfigureDbContext<PostgresTriageDb>(options => options.AddInterceptors(_sweep))
            .BuildServiceProvider();
        Sender = _services.GetServices<IHostedService>().OfType<Sender>().Single();
    }

    public HeldTelegram Telegram { get; } = new();

    public Sender Sender { get; }

    /// <summary>Prepared, and not sending yet.</summary>
    public static async Task<HeldSender> OpenAsync(StoreProvider provider = StoreProvider.Sqlite)
    {
        var held = new HeldSender(provider == StoreProvider.Postgres ? await ServerLoot.OpenAsync() : null);
        await Startup.PrepareAsync(held._services, CancellationToken.None);
        return held;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task<T> CommitAsync<T>(Func<Unit, Task<T>> unit) => Get<Committer>().CommitAsync(unit, CancellationToken.None);

    public Task CommitAsync(Func<Unit, Task> unit) => Get<Committer>().CommitAsync(unit, CancellationToken.None);

    public Task<int> WaitingAsync() => CommitAsync(unit => unit.Db.Outbox.CountAsync());

    /// <summary>Until a sweep that began from now on has its rows; it then waits for <see cref="GoOn"/>, or does not.</summary>
    public Task SweptAsync(bool hold = false) => _sweep.NextAsync(hold).WaitAsync(Patience);

    public void GoOn() => _sweep.GoOn();

    /// <summary>Until the sender knows of all that is committed now: one sweep has read it, and the next has begun.</summary>
    public async Task HeardAsync()
    {
        await SweptAsync();
        await SweptAsync();
    }

    public Task CalledAsync() => Telegram.Called.WaitAsync(Patience);

    public Task GoneAsync() => AllGoneAsync().WaitAsync(Patience);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_postgres is not null)
        {
            await ServerLoot.DropAsync(_postgres);
        }

        SqliteConnection.ClearAllPools();
        Directory.Delete(_directory, recursive: true);
    }

    private async Task AllGoneAsync()
    {
        while (await WaitingAsync() > 0)
        {
            await Task.Yield();
        }
    }
}
