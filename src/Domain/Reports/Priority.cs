namespace Kentongan.Domain.Reports;

/// <summary>How urgent a report is (policy 3). A lower number is more urgent.</summary>
public enum Priority
{
    /// <summary>Darurat: casualties, weapons, mass brawl, suspected methanol.</summary>
    P0,

    /// <summary>Tinggi: sale in progress, mob gathering, intimidation today.</summary>
    P1,

    /// <summary>Normal: a place or pattern of dealing.</summary>
    P2,

    /// <summary>Rendah: general information.</summary>
    P3,
}
