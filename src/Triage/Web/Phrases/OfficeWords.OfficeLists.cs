using Kentongan.Triage.Audit;
using Kentongan.Triage.Outbox;
using Kentongan.Triage.Web.Office;

namespace Kentongan.Triage.Web.Phrases;

/// <content>Words for what the office looks after.</content>
public abstract partial class OfficeWords
{
    public abstract string BindingOf(string state);

    public abstract string JobOf(string name);

    public abstract string DeedOf(AuditedDeed deed);

    /// <summary>A machine word of the audit log; null where it may stand as it is.</summary>
    public abstract string? AuditWordOf(string word);

    public abstract string LetterOf(OutboxKind kind);

    public abstract string HealthOf(HealthItem item);
}
