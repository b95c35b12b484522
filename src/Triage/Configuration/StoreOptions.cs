namespace Kentongan.Triage.Configuration;

public enum StoreProvider
{
    Sqlite,
    Postgres,
}

/// <summary>The <c>Store</c> section: which database. SQLite in <c>Data:Directory</c> unless said otherwise.</summary>
public sealed class StoreOptions
{
    public const string Section = "Store";

    public StoreProvider Provider { get; set; } = StoreProvider.Sqlite;

    /// <summary>Needed for PostgreSQL; for SQLite the file in <c>Data:Directory</c> is used when this is empty.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>How many units of work share one transaction at the most.</summary>
    public int GroupCommit { get; set; } = 128;
}

/// <summary>The <c>Data</c> section: where the database, the evidence and everything else that is ours lives.</summary>
public sealed class DataOptions
{
    public const string Section = "Data";

    public string Directory { get; set; } = "data";
}

/// <summary>The <c>Keys</c> section. Keep it on another disk than the data, and out of the backups of the data (design 9).</summary>
public sealed class KeysOptions
{
    public const string Section = "Keys";

    public string Directory { get; set; } = "keys";
}

/// <summary>The <c>Kabupaten</c> section: for whom this installation works.</summary>
public sealed class KabupatenOptions
{
    public const string Section = "Kabupaten";

    /// <summary>Two blocks of the ministry code; a file of this name must be in <c>Regions:Directory</c>.</summary>
    public string Code { get; set; } = "33.20";

    /// <summary>IANA name; empty takes the region file's.</summary>
    public string? TimeZone { get; set; }
}

/// <summary>The <c>Privacy</c> section.</summary>
public sealed class PrivacyOptions
{
    public const string Section = "Privacy";

    /// <summary>
    /// What a resident sent reaches officers at a random moment within this time at P2 and P3, so that its arrival does not point at
    /// whoever was seen typing (threat-model 4, row 13). Zero is off.
    /// </summary>
    public TimeSpan OfferDelay { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Below P1 cards, pages, orders and clocks know a part of the day, not the minute (threat-model 4, row 13).</summary>
    public bool CoarseTimes { get; set; } = true;

    /// <summary>Telegram gets a notice; kind, story and evidence stay in the back office (threat-model 4, row 11).</summary>
    public bool NoticeOnly { get; set; }
}
