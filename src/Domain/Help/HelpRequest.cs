namespace Kentongan.Domain.Help;

/// <summary>
/// A conversation with a counsellor (policy 5.7). It knows neither who asked nor any report; what was told is sealed elsewhere. Refuses
/// what does not follow, and changes nothing then.
/// </summary>
public sealed class HelpRequest
{
    private HelpRequest()
    {
    }

    public HelpId Id { get; private set; }

    public byte[] ReceiptHash { get; private set; } = [];

    public HelpStatus Status { get; private set; }

    public HelpUrgency? Urgency { get; private set; }

    /// <summary>Who has it; null while it waits. Whoever closed it stays.</summary>
    public OfficerId? Counsellor { get; private set; }

    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>When a counsellor first wrote: from then on no clock runs.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    public DateTimeOffset LastWordAt { get; private set; }

    /// <summary>Since when the time runs after which everything is erased: the first referral, or the closing (domain.md 8).</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    public int Version { get; private set; }

    public bool IsOpen => Status != HelpStatus.Closed;

    public static HelpRequest Open(HelpId id, byte[] receiptHash, HelpUrgency? urgency, DateTimeOffset now) => new()
    {
        Id = id,
        ReceiptHash = receiptHash,
        Urgency = urgency,
        OpenedAt = HelpTimers.Kept(now),
        LastWordAt = HelpTimers.Kept(now),
    };

    /// <summary>First take wins (policy 1.2): the version decides between two that were quick.</summary>
    public Refusal? Take(OfficerId by)
    {
        if (Status != HelpStatus.Waiting)
        {
            return Counsellor == by && IsOpen ? null : new Refusal.HelpTaken();
        }

        (Status, Counsellor) = (HelpStatus.Taken, by);
        Version++;
        return null;
    }

    /// <summary>Given back, or taken back since nobody answered: it waits for anybody again.</summary>
    public Refusal? Release(OfficerId? by)
    {
        if (Status != HelpStatus.Taken || (by is not null && by != Counsellor))
        {
            return new Refusal.Stale();
        }

        (Status, Counsellor) = (HelpStatus.Waiting, null);
        Version++;
        return null;
    }

    public Refusal? Answer(OfficerId by, DateTimeOffset now)
    {
        if (Status != HelpStatus.Taken || Counsellor != by)
        {
            return new Refusal.Stale();
        }

        (AnsweredAt, LastWordAt) = (AnsweredAt ?? HelpTimers.Kept(now), HelpTimers.Kept(now));
        Version++;
        return null;
    }

    /// <summary>A referral is an answer, and starts the time to erasure.</summary>
    public Refusal? Refer(OfficerId by, DateTimeOffset now)
    {
        if (Answer(by, now) is { } refused)
        {
            return refused;
        }

        EndedAt ??= HelpTimers.Kept(now);
        return null;
    }

    /// <summary>The resident goes on writing.</summary>
    /// <param name="danger">The words sound like danger to life: the request is urgent from now on.</param>
    public Refusal? Write(bool danger, DateTimeOffset now)
    {
        if (!IsOpen)
        {
            return new Refusal.Stale();
        }

        LastWordAt = HelpTimers.Kept(now);
        (Urgency, AnsweredAt) = danger ? (HelpUrgency.Danger, null) : (Urgency, AnsweredAt); // its clock starts again
        Version++;
        return null;
    }

    /// <param name="by">Null where the resident closes it.</param>
    public Refusal? Close(OfficerId? by, DateTimeOffset now)
    {
        if (!IsOpen || (by is not null && by != Counsellor))
        {
            return new Refusal.Stale();
        }

        (Status, EndedAt) = (HelpStatus.Closed, EndedAt ?? HelpTimers.Kept(now));
        Version++;
        return null;
    }
}
