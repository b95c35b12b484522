using Kentongan.Domain.Reports;
using Kentongan.Triage.Reports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kentongan.Triage.Store.Configurations;

internal sealed class ReportTables :
    IEntityTypeConfiguration<Report>,
    IEntityTypeConfiguration<ReportFact>,
    IEntityTypeConfiguration<ContentRow>,
    IEntityTypeConfiguration<MessageRow>,
    IEntityTypeConfiguration<ReporterDeedRow>,
    IEntityTypeConfiguration<DeadlineRow>,
    IEntityTypeConfiguration<CardRow>,
    IEntityTypeConfiguration<EvidenceRow>,
    IEntityTypeConfiguration<ContactRow>
{
    public void Configure(EntityTypeBuilder<Report> report)
    {
        report.ToTable("reports");
        report.HasKey(r => r.Id);
        report.Property(r => r.Id).ValueGeneratedNever();
        report.Property(r => r.CaseNumber).HasMaxLength(7);
        report.Property(r => r.ReceiptHash).HasMaxLength(32);
        report.Property(r => r.Category).HasMaxLength(40);
        report.Property(r => r.LeadSeat).HasMaxLength(32);
        report.Property(r => r.ReferredTo).HasMaxLength(32);
        report.Property(r => r.Operation).HasMaxLength(60);
        report.Property(r => r.Version).IsConcurrencyToken();
        report.Ignore(r => r.Casualties);

        report.HasIndex(r => r.CaseNumber).IsUnique();
        report.HasIndex(r => r.ReceiptHash).IsUnique(); // the resident's way in
        report.HasIndex(r => new { r.Status, r.Priority }); // the board, the auditor
        // Digest, list, map and figures read ranges of time narrowed by the rest: with it in the index they leave the wide rows alone.
        report.HasIndex(r => new { r.Kecamatan, r.ReceivedAt, r.Accused, r.Status, r.Priority, r.Category, r.Desa, r.Outcome }).HasDatabaseName("IX_reports_kecamatan_time");
        report.HasIndex(r => new { r.ReceivedAt, r.Accused, r.Status, r.Priority, r.Category, r.Kecamatan, r.Desa, r.Outcome, r.CaseNumber, r.FirstAcceptedAt, r.FirstActionAt, r.ClosedAt }).HasDatabaseName("IX_reports_time");
        report.HasIndex(r => r.MergedInto); // news for everybody whose report tells the same
        report.HasIndex(r => r.Situation); // one accept for all
        report.HasIndex(r => new { r.Kecamatan, r.Status }).HasFilter("situation = id").HasDatabaseName("IX_reports_speaking"); // who speaks in a storm: few of many
    }

    public void Configure(EntityTypeBuilder<ReportFact> fact)
    {
        fact.ToTable("report_facts");
        fact.HasKey(f => new { f.Report, f.Sequence });
        fact.Property(f => f.Seat).HasMaxLength(32);
        fact.Property(f => f.Detail).HasMaxLength(64);
        fact.HasIndex(f => new { f.Action, f.At, f.Report, f.Seat }); // counts of the digest, times of the seats, what an open board missed
    }

    public void Configure(EntityTypeBuilder<ContentRow> content)
    {
        content.ToTable("report_contents");
        content.HasKey(c => c.Report);
        content.Property(c => c.Report).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<MessageRow> message)
    {
        message.ToTable("report_messages");
        message.HasKey(m => m.Id);
        message.Property(m => m.Id).ValueGeneratedNever();
        message.Property(m => m.Seat).HasMaxLength(32);
        message.HasIndex(m => new { m.Report, m.At }); // the conversation
        message.HasIndex(m => m.At); // what the search has not read yet
    }

    public void Configure(EntityTypeBuilder<ReporterDeedRow> deed)
    {
        deed.ToTable("reporter_deeds");
        deed.HasKey(d => new { d.Report, d.Number });
        deed.HasIndex(d => d.DueAt); // the job
    }

    public void Configure(EntityTypeBuilder<DeadlineRow> deadline)
    {
        deadline.ToTable("deadlines");
        deadline.HasKey(d => d.Id);
        deadline.HasIndex(d => d.DueAt); // what is due
        deadline.HasIndex(d => d.Report); // replaced when the state changes
    }

    public void Configure(EntityTypeBuilder<CardRow> card)
    {
        card.ToTable("cards");
        card.HasKey(c => c.Id);
        card.Property(c => c.Id).ValueGeneratedNever();
        card.Property(c => c.Seat).HasMaxLength(32);
        card.HasIndex(c => new { c.Report, c.Officer }).IsUnique(); // one card an officer and report
        card.HasIndex(c => c.Officer); // /tugas
    }

    public void Configure(EntityTypeBuilder<ContactRow> contact)
    {
        contact.ToTable("contacts");
        contact.HasKey(c => c.Report);
        contact.Property(c => c.Report).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<EvidenceRow> evidence)
    {
        evidence.ToTable("evidence");
        evidence.HasKey(e => e.Id);
        evidence.Property(e => e.Id).ValueGeneratedNever();
        evidence.HasIndex(e => e.Report); // shredding, and what no report claimed
    }
}
