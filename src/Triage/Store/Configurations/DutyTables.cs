using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kentongan.Triage.Store.Configurations;

internal sealed class DutyTables :
    IEntityTypeConfiguration<UnitAreaRow>,
    IEntityTypeConfiguration<AbsenceRow>,
    IEntityTypeConfiguration<OperationRow>,
    IEntityTypeConfiguration<FindingRow>
{
    public void Configure(EntityTypeBuilder<UnitAreaRow> area)
    {
        area.ToTable("unit_areas");
        area.HasKey(a => new { a.Seat, a.Home, a.Covers });
        area.Property(a => a.Seat).HasMaxLength(32);
    }

    public void Configure(EntityTypeBuilder<AbsenceRow> absence)
    {
        absence.ToTable("absences");
        absence.HasKey(a => a.Id);
        absence.Property(a => a.Id).ValueGeneratedNever();
        absence.HasIndex(a => a.Officer);
        absence.HasIndex(a => a.To); // who is away now
    }

    public void Configure(EntityTypeBuilder<OperationRow> operation)
    {
        operation.ToTable("operations");
        operation.HasKey(o => o.Programme);
        operation.Property(o => o.Programme).HasMaxLength(60);
    }

    public void Configure(EntityTypeBuilder<FindingRow> finding)
    {
        finding.ToTable("audit_findings");
        finding.HasKey(f => f.Id);
        finding.Property(f => f.Kind).HasMaxLength(32);
        finding.HasIndex(f => f.Report); // whether it was found before
        finding.HasIndex(f => f.At); // the count of the digest
    }
}
