using Kentongan.Domain;
using Kentongan.Domain.Deadlines;
using Kentongan.Domain.Rosters;
using Kentongan.Triage;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Keys;
using Kentongan.Triage.Officers;
using Kentongan.Triage.Regions;
using Kentongan.Triage.Store;
using Kentongan.Triage.Web;
using Kentongan.Triage.Web.SignIn;
using Kentongan.Domain.Places;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Kentongan.Bench.Pages;

/// <summary>A store with years of reports, made through the domain and the vault, so that every text is sealed as it would be.</summary>
internal sealed class FullStore(string directory, string program)
{
    private const int AtOnce = 500;

    private readonly string _files = Path.GetDirectoryName(Path.GetFullPath(program))!;

    /// <summary>Fills it once; a store that is there already is used again.</summary>
    /// <returns>How many reports it holds.</returns>
    public async Task<int> FillAsync(int reports)
    {
        await using var services = Open();
        services.GetRequiredService<KeyFiles>().EnsureDirectory();
        await services.GetRequiredService<StoreUpgrade>().RunAsync(CancellationToken.None);
        await services.GetRequiredService<KeyProof>().CheckAsync(CancellationToken.None);
        var there = await CountAsync(services);
        if (there > 0)
        {
            return there;
        }

        var jurisdiction = services.GetRequiredService<Jurisdiction>();
        var committer = services.GetRequiredService<Committer>();
        var seats = await BindAsync(services, jurisdiction);
        var past = new InventedPast(jurisdiction, services.GetRequiredService<ReportVault>(), seats, DateTimeOffset.UtcNow, reports);
        for (var made = 0; made < reports; made += AtOnce)
        {
            await committer.CommitAsync(
                unit =>
                {
                    for (var i = 0; i < AtOnce; i++)
                    {
                        past.Add(unit.Db);
                    }

                    return Task.CompletedTask;
                },
                CancellationToken.None);
        }

        await committer.CommitAsync(unit => unit.Db.Outbox.ExecuteDeleteAsync(), CancellationToken.None);
        return await CountAsync(services);
    }

    /// <summary>The cookie of a coordinator who has just signed in.</summary>
    public async Task<string> SignInAsync()
    {
        await using var services = Open();
        var committer = services.GetRequiredService<Committer>();
        var signIns = services.GetRequiredService<SignIns>();
        await using var db = await services.GetRequiredService<IDbContextFactory<TriageDb>>().CreateDbContextAsync();
        var officer = await db.Postings.Where(row => row.Seat == Seat.Koordinator.Code).Select(row => row.Officer).FirstAsync();
        var granted = (Outcome<SignInGranted>.Done)await committer.CommitAsync(unit => signIns.GrantAsync(unit, officer, null), CancellationToken.None);
        return ((Outcome<string>.Done)await committer.CommitAsync(
            unit => signIns.FollowLinkAsync(unit, granted.Value.Link, null, "Bench", services.GetRequiredService<WebOptions>()), CancellationToken.None)).Value;
    }

    /// <summary>A case number of somewhere in the middle.</summary>
    public async Task<string> SomeCaseAsync()
    {
        await using var services = Open();
        await using var db = await services.GetRequiredService<IDbContextFactory<TriageDb>>().CreateDbContextAsync();
        return await db.Reports.OrderBy(report => report.ReceivedAt).Skip(await db.Reports.CountAsync() / 2).Select(report => report.CaseNumber).FirstAsync();
    }

    /// <summary>An open emergency in which everything has happened that a case page can show.</summary>
    public async Task<string> EventfulCaseAsync()
    {
        await using var services = Open();
        return await EventfulCase.MakeAsync(services);
    }

    private static async Task<int> CountAsync(ServiceProvider services)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<TriageDb>>().CreateDbContextAsync();
        return await db.Reports.CountAsync();
    }

    private static async Task<Dictionary<(string Seat, string Kecamatan), OfficerId>> BindAsync(ServiceProvider services, Jurisdiction jurisdiction)
    {
        var (invitations, committer) = (services.GetRequiredService<Invitations>(), services.GetRequiredService<Committer>());
        var seats = new Dictionary<(string, string), OfficerId>();
        foreach (var (seat, kecamatan) in jurisdiction.Kabupaten.Kecamatan.SelectMany(one => Seat.Triad.Select(seat => (seat, (KecamatanCode?)one.Code))).Append((Seat.Koordinator, null)))
        {
            var token = await committer.CommitAsync(
                unit => Task.FromResult(invitations.Invite(unit, new InviteOfficer($"{seat.Code} {kecamatan}", seat, kecamatan, IsDeputy: false))), CancellationToken.None);
            var bound = (Outcome<PostingRow>.Done)await committer.CommitAsync(unit => invitations.UseAsync(unit, token, 7_000_000 + seats.Count), CancellationToken.None);
            seats[(seat.Code, kecamatan?.Value ?? "")] = bound.Value.Officer;
        }

        return seats;
    }

    private ServiceProvider Open()
    {
        var (data, keys, regions) = (Path.Combine(directory, "data"), Path.Combine(directory, "keys"), Path.Combine(_files, "regions"));
        Directory.CreateDirectory(data, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Data:Directory"] = data, ["Keys:Directory"] = keys })
            .Build();
        var kabupaten = RegionFiles.Load(regions, "33.20");
        var jurisdiction = new Jurisdiction(
            kabupaten,
            new RegionIndex(kabupaten, boundaries: null),
            ProgrammeFiles.Load(Path.Combine(_files, "programmes")),
            new LocalTime(TimeZoneInfo.FindSystemTimeZoneById(kabupaten.TimeZone), new HashSet<DateOnly>()));
        return new ServiceCollection().AddLogging().AddTriage(configuration, jurisdiction).BuildServiceProvider();
    }
}
