using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kentongan.Triage.Store.Configurations;

internal sealed class ClusterTables :
    IEntityTypeConfiguration<LikeRow>,
    IEntityTypeConfiguration<ReporterMarkRow>,
    IEntityTypeConfiguration<ReputationMarkRow>,
    IEntityTypeConfiguration<ReputationRow>,
    IEntityTypeConfiguration<DailyLimitRow>
{
    public void Configure(EntityTypeBuilder<LikeRow> like)
    {
        like.ToTable("report_likes");
        like.HasKey(l => new { l.Report, l.Other });
    }

    public void Configure(EntityTypeBuilder<ReporterMarkRow> mark)
    {
        mark.ToTable("reporter_marks");
        mark.HasKey(m => m.Report);
        mark.Property(m => m.Report).ValueGeneratedNever();
        mark.HasIndex(m => m.ExpiresAt); // the sweep
    }

    public void Configure(EntityTypeBuilder<ReputationMarkRow> mark)
    {
        mark.ToTable("reputation_marks");
        mark.HasKey(m => m.Report);
        mark.Property(m => m.Report).ValueGeneratedNever();
        mark.HasIndex(m => m.ExpiresAt); // the sweep
    }

    public void Configure(EntityTypeBuilder<ReputationRow> reputation)
    {
        reputation.ToTable("reputations");
        reputation.HasKey(r => r.Pseudonym);
        reputation.Property(r => r.Pseudonym).HasMaxLength(32);
    }

    public void Configure(EntityTypeBuilder<DailyLimitRow> limit)
    {
        limit.ToTable("daily_limits");
        limit.HasKey(l => l.Mark);
        limit.Property(l => l.Mark).HasMaxLength(32);
    }
}
