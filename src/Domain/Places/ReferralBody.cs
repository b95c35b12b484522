namespace Kentongan.Domain.Places;

/// <summary>A body outside the triad that a report may be referred to (policy 2, Referred; domain.md 2.2).</summary>
/// <param name="Seat">The seat that gets a card where it is filled; null where the referral goes by letter alone.</param>
/// <param name="Fallback">Code of the body that stands in while this one is empty or outside its time.</param>
/// <param name="IsEmpty">This kabupaten has no such body, as Jepara had no BNNK.</param>
/// <param name="From">Bodies for a time, such as Panwascam: first and last day; null where it has no end or no date is set.</param>
/// <param name="AdHoc">Exists only between its two dates; without dates it is not there.</param>
public sealed record ReferralBody(
    string Code, string Name, string? Seat, string? Fallback, bool IsEmpty, bool AdHoc, DateOnly? From, DateOnly? To)
{
    public bool IsThere(DateOnly today) =>
        !IsEmpty && (!AdHoc || (From is { } from && To is { } to && from <= today && today <= to));

    /// <summary>The body itself, or the one that stands in for it today; null where there is none.</summary>
    public static ReferralBody? Standing(IReadOnlyList<ReferralBody> bodies, string code, DateOnly today)
    {
        var body = bodies.FirstOrDefault(one => one.Code == code);
        for (var hops = 0; body is not null && !body.IsThere(today) && hops < bodies.Count; hops++)
        {
            body = bodies.FirstOrDefault(one => one.Code == body.Fallback);
        }

        return body?.IsThere(today) == true ? body : null;
    }
}
