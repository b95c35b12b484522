using Kentongan.Domain;

namespace Kentongan.Triage.Audit;

/// <summary>One thing that a person in office looked at or did in the back office (threat-model 4, row 18). Never changed.</summary>
public sealed class AuditRow
{
    /// <summary>1, 2, 3 … without a gap.</summary>
    public long Sequence { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>Null where nobody was signed in: a refused link, a request for what is not there.</summary>
    public OfficerId? Officer { get; set; }

    public AuditedDeed Deed { get; set; }

    /// <summary>A case number, a page, a count: machine words, never what a person wrote.</summary>
    public string Subject { get; set; } = "";

    /// <summary>Keyed hash over this row and the one before, so that a row cannot be changed, dropped or put in unnoticed.</summary>
    public byte[] Link { get; set; } = [];
}

/// <summary>What is audited. Stored by name: never rename one.</summary>
public enum AuditedDeed
{
    SignedIn,
    SignedOut,
    SessionRevoked,
    SignInRefused,
    CaseViewed,
    EvidenceViewed,
    ViewedAs,
    Acted,
    Exported,
    Administered,
    NotFound,
    Searched,
}
