using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Kentongan.Triage.Store;

/// <summary>Lets <c>dotnet ef migrations add</c> see the SQLite model. Never connects.</summary>
internal sealed class SqliteAtDesignTime : IDesignTimeDbContextFactory<SqliteTriageDb>
{
    public SqliteTriageDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteTriageDb>().UseSqlite("Data Source=:memory:").Options);
}

/// <summary>Lets <c>dotnet ef migrations add</c> see the PostgreSQL model. Never connects.</summary>
internal sealed class PostgresAtDesignTime : IDesignTimeDbContextFactory<PostgresTriageDb>
{
    public PostgresTriageDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresTriageDb>().UseNpgsql("Host=localhost").Options);
}
