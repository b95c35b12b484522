namespace Kentongan.Domain.Reports;

/// <summary>Who acts. A reporter acts by capability and is nobody in particular.</summary>
public sealed record Actor(Role Role, OfficerId? Officer, string? Seat)
{
    public static Actor System { get; } = new(Role.System, null, null);

    public static Actor Reporter { get; } = new(Role.Reporter, null, null);

    /// <summary>An officer in a seat. <see cref="Report.As"/> turns the one who leads a report into its lead.</summary>
    public static Actor In(string seat, OfficerId officer) =>
        new(seat switch
        {
            "koordinator" => Role.Coordinator,
            "auditor" => Role.Auditor,
            "camat" or "kapolsek" or "danramil" => Role.Seat,
            _ => Role.Agency,
        }, officer, seat);
}
