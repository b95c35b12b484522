namespace Kentongan.Domain.Reports;

/// <summary>Where a report stands (policy 2). Stored by name: never rename one.</summary>
public enum ReportStatus
{
    Received,
    Screening,
    Offered,
    Accepted,
    InProgress,
    Waiting,
    ResolutionProposed,
    Closed,
    Referred,
    Merged,
    Quarantined,
}

/// <summary>How a closed report ended (policy 2).</summary>
public enum ReportOutcome
{
    ActedUpon,
    Prevented,
    Unfounded,
    InsufficientInformation,
    OutOfJurisdiction,
    Duplicate,
    Hoax,
    Withdrawn,
}

/// <summary>The four words that a resident sees (policy 2).</summary>
public enum ResidentWord
{
    Diterima,
    Ditangani,
    Selesai,
    TidakDapatDitindaklanjuti,
}

/// <summary>What the resident says about when it happens. Coarse on purpose: a minute can point at a person.</summary>
public enum Happening
{
    Now,
    Today,
    ThisWeek,
    Often,
}

/// <summary>The office that a report accuses (policy 5.4, domain.md 4).</summary>
public enum AccusedOffice
{
    None,
    Polsek,
    Koramil,
    Kecamatan,
    Desa,

    /// <summary>The coordinator's own office or another of the kabupaten: only the auditor and the oversight body may know.</summary>
    Kabupaten,
}

/// <summary>Who acts on a report (policy 2, roles).</summary>
public enum Role
{
    System,
    Reporter,
    Lead,

    /// <summary>A seat of the triad, or its deputy, that does not lead this report.</summary>
    Seat,

    /// <summary>An agency of the kabupaten that does not lead this report.</summary>
    Agency,
    Coordinator,
    Auditor,
    Operator,
}

public enum ReportAction
{
    Screen,
    Offer,
    Accept,
    TakeOver,
    PassOn,
    Decline,
    Note,
    StartWork,
    Wait,
    Resume,
    Release,
    ProposeHandOver,
    AcceptHandOver,
    Refer,
    ProposeResolution,
    Verify,
    CloseUnverified,
    SendBack,
    Confirm,
    Reopen,
    Quarantine,
    Merge,
    Dismiss,
    Withdraw,

    /// <summary>"Masih ditangani": renews the release clock once, and is the word that the resident sees (policy 3).</summary>
    StillWorking,

    /// <summary>The body that a report was referred to gave a receipt number (policy 2, Referred).</summary>
    RecordReceipt,

    /// <summary>A phone call to somebody who has not answered, with its result (policy 3, level 3).</summary>
    Call,

    /// <summary>Whoever held it is gone or away: the deputy answers for it now (policy 1.3, 4.2).</summary>
    Succeed,

    /// <summary>Taken apart again from the report it was merged into (policy 5.2).</summary>
    Unmerge,

    /// <summary>Three independent reporters told of it within the hour (policy 5.2).</summary>
    Raise,

    /// <summary>The numbers of dead, in hospital and injured as they are known now (policy 5.5).</summary>
    CountCasualties,

    /// <summary>One of the checks of the 72-hour watch was made (policy 5.5).</summary>
    CheckWatch,

    /// <summary>The coordinator asked for the text that warns those who drank too (domain.md 5.2).</summary>
    WarnPublic,

    /// <summary>What was learned, written after the case was closed (policy 5.5).</summary>
    ReviewAfterwards,

    /// <summary>The resident tapped how many victims there are, how they are and where (policy 5.5).</summary>
    TellOfVictims,
}

/// <summary>Under whose rules an election report stands (domain.md 6.3). Stored by name: never rename one.</summary>
public enum ElectionRegime
{
    Pemilu,
    Pilkada,

    /// <summary>Village elections; not under Bawaslu.</summary>
    Pilkades,
}

/// <summary>How a phone call ended. Stored by name: never rename one.</summary>
public enum CallResult
{
    Reached,
    NoAnswer,
    WrongNumber,
}
