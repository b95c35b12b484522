using Kentongan.Triage.Audit;
using Kentongan.Triage.Web.Bulk;
using Kentongan.Triage.Web.Cases;
using Kentongan.Triage.Web.Months;
using Kentongan.Triage.Web.SignIn;
using Kentongan.Triage.Web.Viewing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kentongan.Triage.Store.Configurations;

internal sealed class WebTables : IEntityTypeConfiguration<SignInRow>, IEntityTypeConfiguration<WebSessionRow>, IEntityTypeConfiguration<AuditRow>,
    IEntityTypeConfiguration<CaseWriterRow>, IEntityTypeConfiguration<SavedViewRow>, IEntityTypeConfiguration<MonthPointRow>,
    IEntityTypeConfiguration<HeldDeedRow>
{
    public void Configure(EntityTypeBuilder<SignInRow> row)
    {
        row.ToTable("sign_ins");
        row.HasKey(r => r.Id);
        row.Property(r => r.Id).ValueGeneratedNever();
        row.HasIndex(r => r.AskedHash).IsUnique(); // what the bot is asked for
        row.HasIndex(r => r.LinkHash).IsUnique(); // what the link brings
        row.HasIndex(r => r.NonceHash); // what the browser brings
        row.HasIndex(r => r.ExpiresAt); // the sweep
    }

    public void Configure(EntityTypeBuilder<WebSessionRow> session)
    {
        session.ToTable("web_sessions");
        session.HasKey(s => s.Id);
        session.Property(s => s.Id).ValueGeneratedNever();
        session.Property(s => s.Browser).HasMaxLength(40);
        session.HasIndex(s => s.TokenHash).IsUnique(); // every request
        session.HasIndex(s => s.Officer); // one's own list
        session.HasIndex(s => s.ExpiresAt); // the sweep
    }

    public void Configure(EntityTypeBuilder<CaseWriterRow> writer)
    {
        writer.ToTable("case_writers");
        writer.HasKey(w => new { w.Report, w.Officer });
        writer.HasIndex(w => w.Until); // the sweep
    }

    public void Configure(EntityTypeBuilder<SavedViewRow> view)
    {
        view.ToTable("saved_views");
        view.HasKey(v => v.Id);
        view.Property(v => v.Id).ValueGeneratedNever();
        view.Property(v => v.Name).HasMaxLength(40);
        view.Property(v => v.Query).HasMaxLength(400);
        view.HasIndex(v => v.Officer); // one's own list
    }

    public void Configure(EntityTypeBuilder<MonthPointRow> point)
    {
        point.ToTable("month_points");
        point.HasKey(p => p.Id);
        point.Property(p => p.Id).ValueGeneratedNever();
        point.HasIndex(p => p.Month); // the report of a month and what it carries on
    }

    public void Configure(EntityTypeBuilder<HeldDeedRow> held)
    {
        held.ToTable("held_deeds");
        held.HasKey(h => h.Id);
        held.Property(h => h.Id).ValueGeneratedNever();
        held.HasIndex(h => new { h.State, h.DueAt }); // the job, and the sweep
        held.HasIndex(h => new { h.Officer, h.DueAt }); // one's own list, and taking back
        held.HasIndex(h => h.Report); // whether a case waits already
    }

    public void Configure(EntityTypeBuilder<AuditRow> row)
    {
        row.ToTable("audit_log");
        row.HasKey(r => r.Sequence);
        row.Property(r => r.Sequence).ValueGeneratedNever();
        row.Property(r => r.Subject).HasMaxLength(120);
        row.HasIndex(r => new { r.Subject, r.Sequence }); // who looked at this case
    }
}
