using Kentongan.Domain;
using Kentongan.Triage.Audit;
using Kentongan.Triage.Backups;
using Kentongan.Triage.Casualties;
using Kentongan.Triage.Clusters;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Contacts;
using Kentongan.Triage.Deadlines;
using Kentongan.Triage.Digests;
using Kentongan.Triage.Evidence;
using Kentongan.Triage.Help;
using Kentongan.Triage.Jobs;
using Kentongan.Triage.Keys;
using Kentongan.Triage.Maps;
using Kentongan.Triage.Officers;
using Kentongan.Triage.Outbox;
using Kentongan.Triage.Pictures;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Reputation;
using Kentongan.Triage.Retention;
using Kentongan.Triage.Routing;
using Kentongan.Triage.Store;
using Kentongan.Triage.Web;
using Kentongan.Triage.Web.Bulk;
using Kentongan.Triage.Web.Cases;
using Kentongan.Triage.Web.SignIn;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Kentongan.Triage;

/// <summary>The back office: the store, the rules over it and the jobs.</summary>
public static class TriageModule
{
    /// <summary>Everything but the jobs; see <see cref="AddTriageJobs"/>.</summary>
    public static IServiceCollection AddTriage(this IServiceCollection services, IConfiguration configuration, Jurisdiction jurisdiction) =>
        services.AddTriage(configuration, () => jurisdiction);

    /// <param name="jurisdiction">Asked once, when something first needs it: it may still be read from its files while the host is built.</param>
    public static IServiceCollection AddTriage(this IServiceCollection services, IConfiguration configuration, Func<Jurisdiction> jurisdiction)
    {
        services.AddSingleton(_ => jurisdiction());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(Randomness.Secure);
        services.Configure<StoreOptions>(configuration.GetSection(StoreOptions.Section));
        services.Configure<DataOptions>(configuration.GetSection(DataOptions.Section));
        services.Configure<KeysOptions>(configuration.GetSection(KeysOptions.Section));
        services.Configure<PrivacyOptions>(configuration.GetSection(PrivacyOptions.Section));
        services.Configure<StormOptions>(configuration.GetSection(StormOptions.Section));
        services.Configure<EvidenceOptions>(configuration.GetSection(EvidenceOptions.Section));
        services.AddSingleton(Options.Create(RetentionOptions.Read(configuration)));
        services.AddSingleton(WebOptions.Read(configuration));
        AddStore(services, configuration);
        AddRules(services);
        return services;
    }

    /// <summary>The role <c>jobs</c>.</summary>
    public static IServiceCollection AddTriageJobs(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<JobRunner>();
        foreach (var scheduled in JobSchedule.All)
        {
            services.TryAddSingleton(scheduled.Job);
        }

        services.AddHostedService<RouteAtOnce>();
        var store = configuration.GetSection(StoreOptions.Section).Get<StoreOptions>() ?? new StoreOptions();
#if HANGFIRE
        return services.AddHangfireEngine(store);
#else
        return services.AddQuartzEngine(store);
#endif
    }

    private static void AddStore(IServiceCollection services, IConfiguration configuration)
    {
        var store = configuration.GetSection(StoreOptions.Section).Get<StoreOptions>() ?? new StoreOptions();
        if (store.Provider == StoreProvider.Postgres)
        {
            services.AddPooledDbContextFactory<PostgresTriageDb>((_, options) => options.UseNpgsql(store.ConnectionString).EnableThreadSafetyChecks(false));
            services.AddSingleton<IDbContextFactory<TriageDb>, Contexts<PostgresTriageDb>>();
        }
        else
        {
            services.AddPooledDbContextFactory<SqliteTriageDb>((provider, options) => options
                .UseSqlite(SqliteConnectionString(store, provider.GetRequiredService<IOptions<DataOptions>>().Value))
                .AddInterceptors(new SqlitePragmas(), new KeptStatements.Interceptor())
                .EnableThreadSafetyChecks(false));
            services.AddSingleton<IDbContextFactory<TriageDb>, Contexts<SqliteTriageDb>>();
        }

        services.AddSingleton<Committer>();
        services.AddSingleton<StoreUpgrade>();
        services.AddSingleton<KeyFiles>();
        services.AddSingleton<MasterKey>();
        services.AddSingleton<DayKeys>();
        services.AddSingleton<ReportKeys>();
        services.AddSingleton<ReportVault>();
        services.AddSingleton<KeyProof>();
        services.AddSingleton<KeyRotation>();
        services.AddSingleton<EvidenceStore>();
        services.AddSingleton<EvidenceCleaner>();
        services.AddSingleton<PictureMaker>();
        services.AddSingleton<RegionShapes>();
        services.AddSingleton<StoreBackup>();
        services.AddSingleton<AuditLog>();
        services.AddSingleton<SignIns>();
    }

    private static void AddRules(IServiceCollection services)
    {
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<OutboxWriter>();
        services.AddSingleton<RouteSignal>();
        services.AddSingleton<CaseWork>();
        services.AddSingleton<ReporterMarks>();
        services.AddSingleton<ReputationBook>();
        services.AddSingleton<RowOrder>();
        services.AddSingleton<FindLikeReports>();
        services.AddSingleton<MergeReports>();
        services.AddSingleton<Situations>();
        services.AddSingleton<AlertOutbreak>();
        services.AddSingleton<CareForVictims>();
        services.AddSingleton<Arrival>();
        services.AddSingleton<ClusterQueries>();
        services.AddSingleton<RouteReport>();
        services.AddSingleton<MeetDuties>();
        services.AddSingleton<MeetDeadline>();
        services.AddSingleton<Succession>();
        services.AddSingleton<SeatChanges>();
        services.AddSingleton<ReferReport>();
        services.AddSingleton<LogCall>();
        services.AddSingleton<ReopenReport>();
        services.AddSingleton<Absences>();
        services.AddSingleton<OperationsInForce>();
        services.AddSingleton<Heartbeat>();
        services.AddSingleton<FileReport>();
        services.AddSingleton<TellOfVictims>();
        services.AddSingleton<CoordinatorNews>();
        services.AddSingleton<JobIncidents>();
        services.AddSingleton<AnswerOffer>();
        services.AddSingleton<TakeReport>();
        services.AddSingleton<WorkOnReport>();
        services.AddSingleton<ScreenReport>();
        services.AddSingleton<AskReporter>();
        services.AddSingleton<CaseActs>();
        services.AddSingleton<CaseDesk>();
        services.AddSingleton<HeldDeeds>();
        services.AddSingleton<ReporterChannel>();
        services.AddSingleton<ReporterDeeds>();
        services.AddSingleton<FollowUp>();
        services.AddSingleton<CardQueries>();
        services.AddSingleton<ContactBook>();
        services.AddSingleton<CardRecall>();
        services.AddSingleton<Invitations>();
        services.AddSingleton<DutyQueries>();
        services.AddSingleton<DigestExtras>();
        services.AddSingleton<OpenDecision>();
        AddHelp(services);
        services.AddSingleton<DigestQueries>();
        services.AddSingleton<SavedViewFigures>();
        services.AddSingleton<Unreachable>();
        services.AddSingleton<EndedReports>();
        services.AddSingleton<ShredReport>();
        services.AddSingleton<ShredEvidence>();
    }

    private static void AddHelp(IServiceCollection services)
    {
        services.AddSingleton<HelpKeys>();
        services.AddSingleton<HelpVault>();
        services.AddSingleton<HelpProof>();
        services.AddSingleton<HelpKeyRotation>();
        services.AddSingleton<HelpContacts>();
        services.AddSingleton<HelpWork>();
        services.AddSingleton<HelpEraser>();
        services.AddSingleton<HelpDoor>();
        services.AddSingleton<CounselHelp>();
        services.AddSingleton<HelpCounsellors>();
        services.AddSingleton<HelpCards>();
        services.AddSingleton<EraseOldHelp>();
    }

    private static string SqliteConnectionString(StoreOptions store, DataOptions data) => string.IsNullOrWhiteSpace(store.ConnectionString)
        ? new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder { DataSource = Path.Combine(data.Directory, "kentongan.db") }.ToString()
        : store.ConnectionString;

    /// <summary>Lets everybody ask for the one context type without knowing which database is behind it.</summary>
    private sealed class Contexts<T>(IDbContextFactory<T> inner) : IDbContextFactory<TriageDb>
        where T : TriageDb
    {
        public TriageDb CreateDbContext() => inner.CreateDbContext();

        public async Task<TriageDb> CreateDbContextAsync(CancellationToken cancellationToken = default) =>
            await inner.CreateDbContextAsync(cancellationToken);
    }
}
