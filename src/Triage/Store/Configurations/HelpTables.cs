using Kentongan.Domain.Help;
using Kentongan.Triage.Help;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kentongan.Triage.Store.Configurations;

/// <summary>The tables of help (policy 5.7): no foreign key leads out of them or into them, and no set of the context names them.</summary>
internal sealed class HelpTables :
    IEntityTypeConfiguration<HelpRequest>,
    IEntityTypeConfiguration<HelpWordRow>,
    IEntityTypeConfiguration<HelpDeadlineRow>,
    IEntityTypeConfiguration<HelpContactRow>,
    IEntityTypeConfiguration<HelpCardRow>,
    IEntityTypeConfiguration<HelpMonthRow>
{
    public void Configure(EntityTypeBuilder<HelpRequest> request)
    {
        request.ToTable("help_requests");
        request.HasKey(r => r.Id);
        request.Property(r => r.Id).HasConversion(id => id.Value, value => new HelpId(value)).ValueGeneratedNever();
        request.Property(r => r.ReceiptHash).HasMaxLength(32);
        request.Property(r => r.Version).IsConcurrencyToken();
        request.Ignore(r => r.IsOpen);
        request.HasIndex(r => r.ReceiptHash).IsUnique(); // the resident's way in
        request.HasIndex(r => r.Status); // what waits
    }

    public void Configure(EntityTypeBuilder<HelpWordRow> word)
    {
        word.ToTable("help_messages");
        word.HasKey(w => w.Id);
        word.Property(w => w.Id).ValueGeneratedNever();
        word.Property(w => w.Request).HasConversion(id => id.Value, value => new HelpId(value));
        word.HasIndex(w => new { w.Request, w.At }); // the conversation
    }

    public void Configure(EntityTypeBuilder<HelpDeadlineRow> deadline)
    {
        deadline.ToTable("help_deadlines");
        deadline.HasKey(d => d.Id);
        deadline.Property(d => d.Request).HasConversion(id => id.Value, value => new HelpId(value));
        deadline.HasIndex(d => d.DueAt); // what is due
        deadline.HasIndex(d => d.Request); // dropped once somebody answers
    }

    public void Configure(EntityTypeBuilder<HelpContactRow> contact)
    {
        contact.ToTable("help_contacts");
        contact.HasKey(c => c.Request);
        contact.Property(c => c.Request).HasConversion(id => id.Value, value => new HelpId(value)).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<HelpCardRow> card)
    {
        card.ToTable("help_cards");
        card.HasKey(c => c.Id);
        card.Property(c => c.Id).ValueGeneratedNever();
        card.Property(c => c.Request).HasConversion(id => id.Value, value => new HelpId(value));
        card.HasIndex(c => new { c.Request, c.Counsellor }).IsUnique(); // one card a counsellor and request
        card.HasIndex(c => c.Counsellor); // /bantuan
    }

    public void Configure(EntityTypeBuilder<HelpMonthRow> month)
    {
        month.ToTable("help_months");
        month.HasKey(m => m.Month);
        month.Property(m => m.Month).HasMaxLength(7);
    }
}
