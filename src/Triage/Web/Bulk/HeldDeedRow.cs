using Kentongan.Domain;
using Kentongan.Domain.Reports;

namespace Kentongan.Triage.Web.Bulk;

/// <summary>One case of a deed on several cases that takes effect only when its time to be taken back is over.</summary>
public sealed class HeldDeedRow
{
    public Guid Id { get; set; }

    /// <summary>The same for all that were ordered at once.</summary>
    public Guid Batch { get; set; }

    /// <summary>Who ordered it; it is done in their name, with the seats that they hold then.</summary>
    public OfficerId Officer { get; set; }

    public ReportId Report { get; set; }

    public ReportAction Action { get; set; }

    /// <summary>Of the report that was looked at. Where it has moved on meanwhile, the deed is not done (policy 1.2).</summary>
    public int Version { get; set; }

    /// <summary>What the coordinator wrote, sealed with the report's key; gone as soon as the deed is done or taken back.</summary>
    public byte[]? SealedReason { get; set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset DueAt { get; set; }

    public HeldDeedState State { get; set; }
}

/// <summary>Stored by name: never rename one.</summary>
public enum HeldDeedState
{
    Held,
    Done,
    TakenBack,

    /// <summary>Its time had come, but the case had moved on, or whoever ordered it held no seat any more.</summary>
    NotDone,
}
