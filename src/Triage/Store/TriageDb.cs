using System.Collections.Concurrent;
using System.Data;
using System.Linq.Expressions;
using System.Text.Json;
using Kentongan.Domain;
using Kentongan.Domain.Deadlines;
using Kentongan.Domain.Places;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Audit;
using Kentongan.Triage.Outbox;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Web.Bulk;
using Kentongan.Triage.Web.Cases;
using Kentongan.Triage.Web.Months;
using Kentongan.Triage.Web.SignIn;
using Kentongan.Triage.Web.Viewing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Kentongan.Triage.Store;

/// <summary>The unit of work over everything the back office knows. One model, two databases that differ in how they keep time.</summary>
public abstract class TriageDb(DbContextOptions options) : DbContext(options)
{
    public DbSet<Report> Reports => Set<Report>();

    public DbSet<ReportFact> Facts => Set<ReportFact>();

    public DbSet<ContentRow> Contents => Set<ContentRow>();

    public DbSet<MessageRow> Messages => Set<MessageRow>();

    public DbSet<DeadlineRow> Deadlines => Set<DeadlineRow>();

    public DbSet<CardRow> Cards => Set<CardRow>();

    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();

    public DbSet<UnitAreaRow> UnitAreas => Set<UnitAreaRow>();

    public DbSet<AbsenceRow> Absences => Set<AbsenceRow>();

    public DbSet<OperationRow> Operations => Set<OperationRow>();

    public DbSet<FindingRow> Findings => Set<FindingRow>();

    public DbSet<OfficerRow> Officers => Set<OfficerRow>();

    public DbSet<PostingRow> Postings => Set<PostingRow>();

    public DbSet<InvitationRow> Invitations => Set<InvitationRow>();

    public DbSet<ConversationRow> Conversations => Set<ConversationRow>();

    public DbSet<SeenUpdateRow> SeenUpdates => Set<SeenUpdateRow>();

    public DbSet<PoisonRow> Poison => Set<PoisonRow>();

    public DbSet<LeaseRow> Leases => Set<LeaseRow>();

    public DbSet<EvidenceRow> Evidence => Set<EvidenceRow>();

    public DbSet<ContactRow> Contacts => Set<ContactRow>();

    public DbSet<LikeRow> Likes => Set<LikeRow>();

    public DbSet<ReporterMarkRow> ReporterMarks => Set<ReporterMarkRow>();

    public DbSet<ReputationMarkRow> ReputationMarks => Set<ReputationMarkRow>();

    public DbSet<ReputationRow> Reputations => Set<ReputationRow>();

    public DbSet<DailyLimitRow> DailyLimits => Set<DailyLimitRow>();

    public DbSet<NotificationRow> Notifications => Set<NotificationRow>();

    public DbSet<DigestRow> Digests => Set<DigestRow>();

    public DbSet<JobRunRow> JobRuns => Set<JobRunRow>();

    public DbSet<SettingRow> Settings => Set<SettingRow>();

    public DbSet<SignInRow> SignIns => Set<SignInRow>();

    public DbSet<WebSessionRow> WebSessions => Set<WebSessionRow>();

    public DbSet<AuditRow> AuditLog => Set<AuditRow>();

    public DbSet<CaseWriterRow> CaseWriters => Set<CaseWriterRow>();

    public DbSet<SavedViewRow> SavedViews => Set<SavedViewRow>();

    public DbSet<HeldDeedRow> HeldDeeds => Set<HeldDeedRow>();

    public DbSet<ReporterDeedRow> ReporterDeeds => Set<ReporterDeedRow>();

    public DbSet<MonthPointRow> MonthPoints => Set<MonthPointRow>();

    /// <summary>Days from the first of January of the year 1 (UTC) to a moment that is stored; for sums within a query.</summary>
    public static double DaysOf(DateTimeOffset at) => at.UtcTicks / (double)TimeSpan.TicksPerDay;

    /// <summary>
    /// The condition itself, with the word to SQLite's planner that it mostly holds: of years of reports nearly all are closed, so that an index of the
    /// state is the longest way to those of a month.
    /// </summary>
    public static bool Likely(bool condition) => condition;

    /// <summary>Set by the writer on the context that it keeps.</summary>
    internal KeptStatements? Kept { get; set; }

    /// <summary>The writer does not have changes looked for at every turn; a unit that saves in between has them looked for here.</summary>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (!ChangeTracker.AutoDetectChangesEnabled)
        {
            ChangeTracker.DetectChanges();
        }

        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configuration)
    {
        configuration.Properties<ReportId>().HaveConversion<ReportIds>();
        configuration.Properties<OfficerId>().HaveConversion<OfficerIds>();
        configuration.Properties<EvidenceId>().HaveConversion<EvidenceIds>();
        configuration.Properties<KecamatanCode>().HaveConversion<KecamatanCodes>().HaveMaxLength(8);
        configuration.Properties<DesaCode>().HaveConversion<DesaCodes>().HaveMaxLength(13);
        configuration.Properties<Timers>().HaveConversion<TimersAsJson>();
        configuration.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32);
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.HasDbFunction(typeof(TriageDb).GetMethod(nameof(DaysOf))!).HasTranslation(arguments => DaysIn(arguments[0]));
        model.HasDbFunction(typeof(TriageDb).GetMethod(nameof(Likely))!).HasTranslation(arguments => LikelyIn(arguments[0]));
        model.ApplyConfigurationsFromAssembly(typeof(TriageDb).Assembly);
        foreach (var entity in model.Model.GetEntityTypes())
        {
            foreach (var property in entity.GetProperties())
            {
                property.SetColumnName(JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name));
            }
        }
    }

    /// <summary>How this database says <see cref="DaysOf"/> of a column.</summary>
    protected abstract SqlExpression DaysIn(SqlExpression stored);

    /// <summary>How this database says <see cref="Likely"/>; one that counts what its columns hold needs no word.</summary>
    protected virtual SqlExpression LikelyIn(SqlExpression condition) => condition;

    private sealed class ReportIds() : ValueConverter<ReportId, Guid>(id => id.Value, value => new ReportId(value));

    private sealed class OfficerIds() : ValueConverter<OfficerId, Guid>(id => id.Value, value => new OfficerId(value));

    private sealed class EvidenceIds() : ValueConverter<EvidenceId, Guid>(id => id.Value, value => new EvidenceId(value));

    private sealed class KecamatanCodes() : ValueConverter<KecamatanCode, string>(code => code.Value, value => new KecamatanCode(value));

    private sealed class DesaCodes() : ValueConverter<DesaCode, string>(code => code.Value, value => new DesaCode(value));

    private sealed class TimersAsJson() : ValueConverter<Timers, string>(
        timers => JsonSerializer.Serialize(timers, StoreJson.Default.Timers),
        json => KeptTimers.Read(json));

    /// <summary>Every report carries its copy of the timers, and there are few that differ: each is read once.</summary>
    private static class KeptTimers
    {
        private const int Most = 200;

        private static readonly ConcurrentDictionary<string, Timers> Known = [];

        public static Timers Read(string json)
        {
            if (Known.TryGetValue(json, out var timers))
            {
                return timers;
            }

            timers = JsonSerializer.Deserialize(json, StoreJson.Default.Timers)!;
            return Known.Count < Most ? Known.GetOrAdd(json, timers) : timers;
        }
    }
}

/// <summary>SQLite cannot order a <see cref="DateTimeOffset"/>: UTC ticks.</summary>
public sealed class SqliteTriageDb(DbContextOptions<SqliteTriageDb> options) : TriageDb(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configuration)
    {
        base.ConfigureConventions(configuration);
        configuration.Properties<DateTimeOffset>().HaveConversion<Ticks>();
    }

    protected override SqlExpression DaysIn(SqlExpression stored) => new SqlBinaryExpression(
        ExpressionType.Divide, stored, new SqlConstantExpression((double)TimeSpan.TicksPerDay, Real), typeof(double), Real);

    protected override SqlExpression LikelyIn(SqlExpression condition) =>
        new SqlFunctionExpression("likely", [condition], nullable: true, [true], typeof(bool), condition.TypeMapping);

    private static readonly DoubleTypeMapping Real = new("REAL");

    private sealed class Ticks() : ValueConverter<DateTimeOffset, long>(
        time => time.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
}

/// <summary>PostgreSQL refuses every offset but UTC.</summary>
public sealed class PostgresTriageDb(DbContextOptions<PostgresTriageDb> options) : TriageDb(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configuration)
    {
        base.ConfigureConventions(configuration);
        configuration.Properties<DateTimeOffset>().HaveConversion<Utc>();
    }

    protected override SqlExpression DaysIn(SqlExpression stored) => new SqlBinaryExpression(
        ExpressionType.Add,
        new SqlBinaryExpression(
            ExpressionType.Divide,
            new SqlFunctionExpression("date_part", [new SqlConstantExpression("epoch", Text), stored], nullable: true, [false, true], typeof(double), Double),
            new SqlConstantExpression(86_400.0, Double),
            typeof(double),
            Double),
        new SqlConstantExpression(DaysTo1970, Double),
        typeof(double),
        Double);

    private const double DaysTo1970 = 719_162;

    private static readonly DoubleTypeMapping Double = new("double precision");
    private static readonly StringTypeMapping Text = new("text", DbType.String);

    private sealed class Utc() : ValueConverter<DateTimeOffset, DateTimeOffset>(
        time => time.ToUniversalTime(), time => time);
}
