using Kentongan.Triage.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kentongan.Triage.Store.Configurations;

internal sealed class MachineTables :
    IEntityTypeConfiguration<OutboxRow>,
    IEntityTypeConfiguration<ConversationRow>,
    IEntityTypeConfiguration<SeenUpdateRow>,
    IEntityTypeConfiguration<PoisonRow>,
    IEntityTypeConfiguration<LeaseRow>,
    IEntityTypeConfiguration<JobRunRow>,
    IEntityTypeConfiguration<SettingRow>
{
    public void Configure(EntityTypeBuilder<OutboxRow> outbox)
    {
        outbox.ToTable("outbox");
        outbox.HasKey(o => o.Id);
        outbox.HasIndex(o => o.DueAt); // what a crash left
    }

    public void Configure(EntityTypeBuilder<ConversationRow> conversation)
    {
        conversation.ToTable("conversations");
        conversation.HasKey(c => c.Pseudonym);
        conversation.Property(c => c.Pseudonym).HasMaxLength(32);
        conversation.HasIndex(c => c.ExpiresAt); // the sweep of old drafts
    }

    public void Configure(EntityTypeBuilder<SeenUpdateRow> seen)
    {
        seen.ToTable("seen_updates");
        seen.HasKey(s => s.Id);
        seen.Property(s => s.Id).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<PoisonRow> poison)
    {
        poison.ToTable("poison_updates");
        poison.HasKey(p => p.UpdateId);
        poison.Property(p => p.UpdateId).ValueGeneratedNever();
        poison.Property(p => p.Kind).HasMaxLength(32);
        poison.Property(p => p.Error).HasMaxLength(120);
    }

    public void Configure(EntityTypeBuilder<LeaseRow> lease)
    {
        lease.ToTable("leases");
        lease.HasKey(l => l.Name);
        lease.Property(l => l.Name).HasMaxLength(40);
        lease.Property(l => l.Holder).HasMaxLength(40);
    }

    public void Configure(EntityTypeBuilder<JobRunRow> run)
    {
        run.ToTable("job_runs");
        run.HasKey(r => r.Name);
        run.Property(r => r.Name).HasMaxLength(40);
        run.Property(r => r.LastError).HasMaxLength(120);
    }

    public void Configure(EntityTypeBuilder<SettingRow> setting)
    {
        setting.ToTable("settings");
        setting.HasKey(s => s.Name);
        setting.Property(s => s.Name).HasMaxLength(60);
    }
}
