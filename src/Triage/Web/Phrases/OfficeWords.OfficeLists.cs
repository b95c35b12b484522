using Kentongan.Triage.Audit;
using Kentongan.Triage.Web.Office;

namespace Kentongan.Triage.Web.Phrases;

/// <content>Words for what the office looks after.</content>
public abstract partial class OfficeWords
{
    public abstract string BindingOf(string state);

    public abstract string JobOf(string name);

    public abstract string DeedOf(AuditedDeed deed);

    public abstract string HealthOf(HealthItem item);
}
