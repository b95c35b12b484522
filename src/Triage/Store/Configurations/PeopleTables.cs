using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kentongan.Triage.Store.Configurations;

internal sealed class PeopleTables :
    IEntityTypeConfiguration<OfficerRow>,
    IEntityTypeConfiguration<PostingRow>,
    IEntityTypeConfiguration<InvitationRow>,
    IEntityTypeConfiguration<NotificationRow>,
    IEntityTypeConfiguration<DigestRow>
{
    public void Configure(EntityTypeBuilder<OfficerRow> officer)
    {
        officer.ToTable("officers");
        officer.HasKey(o => o.Id);
        officer.Property(o => o.Id).ValueGeneratedNever();
        officer.Property(o => o.Name).HasMaxLength(120);
        officer.HasIndex(o => o.Chat).IsUnique(); // who writes to us
    }

    public void Configure(EntityTypeBuilder<PostingRow> posting)
    {
        posting.ToTable("postings");
        posting.HasKey(p => p.Id);
        posting.Property(p => p.Id).ValueGeneratedNever();
        posting.Property(p => p.Seat).HasMaxLength(32);
        posting.Property(p => p.Duty).HasMaxLength(32);
        posting.HasIndex(p => p.Officer);
        posting.HasIndex(p => new { p.Seat, p.Kecamatan }); // who holds a seat
    }

    public void Configure(EntityTypeBuilder<InvitationRow> invitation)
    {
        invitation.ToTable("invitations");
        invitation.HasKey(i => i.TokenHash);
        invitation.Property(i => i.TokenHash).HasMaxLength(32);
        invitation.HasIndex(i => i.Officer);
    }

    public void Configure(EntityTypeBuilder<NotificationRow> notification)
    {
        notification.ToTable("notifications");
        notification.HasKey(n => n.Id);
        notification.Property(n => n.Kind).HasMaxLength(32);
        notification.Property(n => n.Outcome).HasMaxLength(32);
        notification.HasIndex(n => n.Report); // the timeline of a case
        notification.HasIndex(n => n.At); // the delivery rate of the digest
    }

    public void Configure(EntityTypeBuilder<DigestRow> digest)
    {
        digest.ToTable("digests");
        digest.HasKey(d => new { d.Officer, d.Date, d.Scope });
        digest.Property(d => d.Date).HasMaxLength(10);
        digest.Property(d => d.Scope).HasMaxLength(8);
    }
}
