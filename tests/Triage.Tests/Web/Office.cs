using Kentongan.Domain;
using Kentongan.Domain.Rosters;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Tests.Reports;
using Kentongan.Triage.Web;
using Kentongan.Triage.Web.SignIn;
using Kentongan.Triage.Web.Viewing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kentongan.Triage.Tests.Web;

/// <summary>The back office on a real server, over the data of a <see cref="Desk"/>, at the desk's time.</summary>
internal sealed class Office : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly List<Visitor> _visitors = [];

    private Office(Desk desk, WebApplication app, HeardWarnings warnings) => (Desk, _app, Warnings) = (desk, app, warnings);

    public Desk Desk { get; }

    /// <summary>What an operator would see in the log.</summary>
    public HeardWarnings Warnings { get; }

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <param name="timers">Makes the clock of the web of that of the desk, where a test decides when timers fire.</param>
    public static async Task<Office> OpenAsync(
        StoreProvider provider = StoreProvider.Sqlite, string crew = Desk.Usual, Dictionary<string, string?>? settings = null, Jurisdiction? jurisdiction = null,
        Func<TimeProvider, TimeProvider>? timers = null)
    {
        var desk = await Desk.OpenAsync(provider, crew, settings: settings, jurisdiction: jurisdiction);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddConfiguration(desk.Configuration);
        var warnings = new HeardWarnings();
        builder.Logging.ClearProviders().AddProvider(warnings);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false); // as the host does
        desk.Register(builder.Services).AddTriageWeb(desk.Configuration);
        if (timers is not null)
        {
            builder.Services.AddSingleton(timers(desk.Clock)); // the last one counts
        }

        var app = builder.Build();
        app.MapTriageWeb();
        await app.StartAsync();
        return new Office(desk, app, warnings);
    }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>A browser that knows nothing yet.</summary>
    public Visitor Visit()
    {
        var visitor = new Visitor(Address);
        _visitors.Add(visitor);
        return visitor;
    }

    /// <summary>A browser that followed a link of the bot.</summary>
    public async Task<Visitor> SignInAsync(string officer)
    {
        var visitor = Visit();
        visitor.SetCookie(WebCookies.Session(Get<WebOptions>()), await TokenAsync(officer));
        return visitor;
    }

    public async Task<Viewer> ViewerAsync(string officer)
    {
        var id = Desk[officer];
        var now = Desk.Clock.Now;
        var posts = await Desk.ReadAsync(db => db.Postings.AsNoTracking()
            .Where(row => row.Officer == id && (row.To == null || row.To > now))
            .Select(row => new Post(new Seat(row.Seat), row.Kecamatan, row.IsDeputy))
            .ToListAsync());
        return new Viewer(id, officer, posts);
    }

    /// <summary>What was audited, as lines such as <c>camat CaseViewed K7Q-4ZM</c>, oldest first.</summary>
    public async Task<List<string>> AuditAsync()
    {
        var rows = await Desk.ReadAsync(db => db.AuditLog.AsNoTracking().OrderBy(row => row.Sequence).ToListAsync());
        return [.. rows.Select(row => $"{Desk.NameOf(row.Officer)} {row.Deed} {row.Subject}".TrimEnd())];
    }

    public async ValueTask DisposeAsync()
    {
        _visitors.ForEach(visitor => visitor.Dispose());
        await _app.StopAsync();
        await _app.DisposeAsync();
        await Desk.DisposeAsync();
    }

    private async Task<string> TokenAsync(string officer)
    {
        var granted = await Desk.CommitAsync(unit => Desk.Get<SignIns>().GrantAsync(unit, Desk[officer], null));
        var link = Assert.IsType<Outcome<SignInGranted>.Done>(granted).Value.Link;
        var entered = await Desk.CommitAsync(unit => Desk.Get<SignIns>().FollowLinkAsync(unit, link, null, "Test", Get<WebOptions>()));
        return Assert.IsType<Outcome<string>.Done>(entered).Value;
    }
}
