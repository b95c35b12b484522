using Kentongan.Bot.Configuration;
using Kentongan.Bot.Conversations;
using Kentongan.Bot.Delivery;
using Kentongan.Bot.Tests.Conversations;
using Kentongan.Domain;
using Kentongan.Domain.Deadlines;
using Kentongan.Domain.Places;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Rosters;
using Kentongan.Triage;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Deadlines;
using Kentongan.Triage.Evidence;
using Kentongan.Triage.Jobs;
using Kentongan.Triage.Officers;
using Kentongan.Triage.Outbox;
using Kentongan.Triage.Store;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Telegram.Bot;

namespace Kentongan.Bot.Tests.Offices;

/// <summary>Everything between an update and a message, in this process: the real handlers, a store of its own, a time that the test sets.</summary>
internal sealed class Office : IAsyncDisposable
{
    private static readonly Lazy<Task<string>> Model = new(MigrateAsync);

    private readonly ServiceProvider _services;
    private int _update;

    private Office(Dictionary<string, string?> settings, Randomness chance)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(settings)
        {
            ["Data:Directory"] = Data,
            ["Keys:Directory"] = Path.Combine(Root, "keys"),
            ["Telegram:Token"] = "1:sandbox",
            ["Privacy:OfferDelay"] = settings.GetValueOrDefault("Privacy:OfferDelay", "00:00:00"),
        }).Build();
        Telegram = new ChatLog { Now = () => Clock.Now };
        var intake = Jepara.Context.Intake;
        _services = new ServiceCollection()
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log))
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton(chance)
            .AddTriage(configuration, new Jurisdiction(intake.Kabupaten, intake.Regions, intake.Programmes, new LocalTime(Jepara.Wib, new HashSet<DateOnly>())) { Help = Jepara.Context.Help })
            .AddTelegram(configuration)
            .AddBot(UpdateMode.Polling)
            .AddSingleton<ITelegramBotClient>(Telegram.Client())
            .AddSingleton<EmptyLog>()
            .AddSingleton<SendDigests>()
            .AddSingleton<AuditOpenReports>()
            .AddSingleton<JobRunner>()
            .BuildServiceProvider();
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("kentongan-office").FullName;

    public string Data => Directory.CreateDirectory(Path.Combine(Root, "data")).FullName;

    public HandClock Clock { get; } = new(new DateTimeOffset(2026, 9, 16, 3, 0, 0, TimeSpan.Zero)); // a Wednesday, 10:00 local

    public ChatLog Telegram { get; }

    public HeardLog Log { get; } = new();

    /// <summary>What happens before each update: time passes.</summary>
    public Func<Task>? Before { get; set; }

    public static async Task<Office> OpenAsync(int seed = 1, Dictionary<string, string?>? settings = null, Randomness? chance = null)
    {
        var office = new Office(settings ?? [], chance ?? new Dice(seed));
        if (settings?.GetValueOrDefault("Store:Provider") is null)
        {
            File.Copy(await Model.Value, Path.Combine(office.Data, "kentongan.db"));
        }

        return office;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task<T> CommitAsync<T>(Func<Unit, Task<T>> unit) => Get<Committer>().CommitAsync(unit, CancellationToken.None);

    public async Task<T> ReadAsync<T>(Func<TriageDb, Task<T>> query)
    {
        await using var db = await Get<IDbContextFactory<TriageDb>>().CreateDbContextAsync();
        return await query(db);
    }

    /// <summary>An invitation, and the officer it is for.</summary>
    public async Task<(string Token, OfficerId Officer)> InviteAsync(string seat, string? kecamatan = null, bool deputy = false)
    {
        var before = await ReadAsync(db => db.Officers.Select(row => row.Id).ToListAsync());
        var area = new Seat(seat).IsTriad ? new KecamatanCode(kecamatan ?? "33.20.01") : (KecamatanCode?)null;
        var token = await CommitAsync(unit => Task.FromResult(Get<Invitations>().Invite(unit, new InviteOfficer($"Bapak {seat}", new Seat(seat), area, deputy))));
        return (token, (await ReadAsync(db => db.Officers.Select(row => row.Id).ToListAsync())).Except(before).Single());
    }

    public async Task<OfficerId> BindAsync(string seat, long chat, string? kecamatan = null, bool deputy = false)
    {
        var (token, officer) = await InviteAsync(seat, kecamatan, deputy);
        await SayAsync(chat, "/start " + token);
        return officer;
    }

    /// <summary>One update, and everything that it makes us say.</summary>
    public Task<TurnAnswer> SayAsync(long chat, string text) => GiveAsync(chat, new IncomingBody.Text(text));

    public Task<TurnAnswer> TapAsync(long chat, string data, int message = 1) => GiveAsync(chat, new IncomingBody.Tapped(data), message);

    /// <summary>A photo that could be cleaned, as it comes from a chat.</summary>
    public async Task<TurnAnswer> SendPhotoAsync(long chat, string caption)
    {
        var stored = await Get<EvidenceStore>().KeepAsync(new CleaningResult.Cleaned(default, "image/jpeg", "jpg", [1, 2, 3]), CancellationToken.None);
        Telegram.Hear(chat);
        var incoming = new Incoming { UpdateId = ++_update, Chat = chat, Body = new IncomingBody.File("1", 3, IsVoice: false, caption, null) };
        var answer = await Get<TurnRunner>().RunAsync(
            incoming, (_, _) => Task.FromResult<ChatInput>(new ChatInput.Evidence(stored, caption.Length == 0 ? null : caption, null)), CancellationToken.None);
        await DrainAsync();
        return answer;
    }

    /// <summary>Taps the newest button that starts so in this chat.</summary>
    public Task<TurnAnswer> PressAsync(long chat, string label)
    {
        var found = Telegram.Find(chat, label) ?? throw new InvalidOperationException($"No button {label}:\n{Telegram.Screen(chat)}");
        return TapAsync(chat, found.Data, found.Message);
    }

    /// <summary>A report, from the first word to the receipt; of drinking (P2) in a desa of Kedung unless said otherwise.</summary>
    /// <param name="kecamatan">Null where nobody says where.</param>
    /// <returns>The words of the receipt.</returns>
    public async Task<string> ReportAsync(
        long chat, string story = "Ada yang sering minum di sana.", string kind = "miras.konsumsi", AccusedOffice accused = AccusedOffice.None, string? kecamatan = "33.20.01")
    {
        await SayAsync(chat, "/lapor");
        await TapAsync(chat, "c:" + kind.Split('.')[0]);
        await TapAsync(chat, "s:" + kind);
        await TapAsync(chat, "k:" + (kecamatan ?? "x"));
        if (kecamatan is not null)
        {
            await TapAsync(chat, $"d:{kecamatan}.2001");
        }

        if (kind == "miras.korban_oplosan")
        {
            await SayAsync(chat, story); // whatever else they know is added to the preview
            await TapAsync(chat, "u:Official");
        }
        else
        {
            await TapAsync(chat, "w:Often");
            await SayAsync(chat, story);
            await TapAsync(chat, "st:done");
        }

        await TapAsync(chat, $"o:{accused}");
        await TapAsync(chat, "send");
        await RouteAsync();
        return Telegram.Codes(chat).Last();
    }

    public async Task RouteAsync()
    {
        foreach (var id in await ReadAsync(db => db.Deadlines.Where(row => row.Kind == DeadlineKind.Route).Select(row => row.Id).ToListAsync()))
        {
            await Get<Committer>().CommitAsync(unit => Get<MeetDeadline>().HandleAsync(unit, id), CancellationToken.None);
        }

        await DrainAsync();
    }

    /// <summary>Sends what is due, as the sender would.</summary>
    public async Task DrainAsync()
    {
        var now = Clock.Now.ToUnixTimeMilliseconds();
        foreach (var row in await ReadAsync(db => db.Outbox.AsNoTracking().Where(row => row.DueAt <= now).OrderBy(row => row.Priority).ThenBy(row => row.Id).ToListAsync()))
        {
            if (await Get<Letters>().AddressAsync(row, CancellationToken.None) is { } letter)
            {
                var delivered = await Get<Postman>().DeliverAsync(letter, CancellationToken.None);
                if (delivered is not (Delivered.Away or Delivered.Throttled)) // sent again later
                {
                    await Get<Postman>().NoteAsync([(letter, delivered)], CancellationToken.None);
                }
            }
            else
            {
                await CommitAsync(unit => OutboxWriter.RemoveAsync(unit, row.Id));
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        using (var pool = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(Data, "kentongan.db") }.ToString()))
        {
            SqliteConnection.ClearPool(pool);
        }

        Directory.Delete(Root, recursive: true);
    }

    private async Task<TurnAnswer> GiveAsync(long chat, IncomingBody body, int? message = null)
    {
        await (Before?.Invoke() ?? Task.CompletedTask);
        if (message is null)
        {
            Telegram.Hear(chat);
        }

        var incoming = new Incoming { UpdateId = ++_update, Chat = chat, Body = body, Message = message, Callback = message is null ? null : "1" };
        var answer = await Get<TurnRunner>().RunAsync(incoming, (_, _) => throw new NotSupportedException(), CancellationToken.None);
        await DrainAsync();
        return answer;
    }

    private static async Task<string> MigrateAsync()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("kentongan-office-model").FullName, "model.db");
        var source = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString();
        await using var db = new SqliteTriageDb(new DbContextOptionsBuilder<SqliteTriageDb>().UseSqlite(source).Options);
        await db.Database.MigrateAsync();
        return path;
    }
}
