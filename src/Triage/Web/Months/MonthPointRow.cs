using Kentongan.Domain.Places;

namespace Kentongan.Triage.Web.Months;

/// <summary>What a point of the monthly report is. Stored by name: never rename one.</summary>
public enum MonthPointKind
{
    /// <summary>Asked of somebody above: a budget, an order, a word.</summary>
    Decision,

    /// <summary>To be done by somebody, by a day.</summary>
    Action,
}

/// <summary>How far it has come. Stored by name: never rename one.</summary>
public enum MonthPointState
{
    Open,

    Done,

    /// <summary>Not pursued any more.</summary>
    Dropped,
}

/// <summary>A decision asked or an action with its owner (policy 7), written down by a coordinator. Holds no report and no person but the owner, sealed.</summary>
public sealed class MonthPointRow
{
    public Guid Id { get; set; }

    /// <summary>First day of the month in whose report it was written; as long as it is open the later ones carry it on.</summary>
    public DateOnly Month { get; set; }

    /// <summary>Of whose report; null for the kabupaten.</summary>
    public KecamatanCode? Kecamatan { get; set; }

    public MonthPointKind Kind { get; set; }

    /// <summary>Owner and text, with a key of its own (threat-model 3): a stolen database tells what nobody asked for.</summary>
    public byte[] Sealed { get; set; } = [];

    /// <summary>Local day by which it is due; a decision may have none.</summary>
    public DateOnly? Due { get; set; }

    public MonthPointState State { get; set; }

    public DateTimeOffset WrittenAt { get; set; }

    /// <summary>When it stopped being open.</summary>
    public DateTimeOffset? EndedAt { get; set; }
}
