using Kentongan.Domain.Rosters;

namespace Kentongan.Domain.Programmes;

/// <summary>The seats that programme files may name: the triad, the coordinator, and the agencies a kabupaten may connect.</summary>
public static class KnownSeats
{
    /// <summary>Only these may be named where someone asks for help (policy 5.7).</summary>
    public static IReadOnlyList<Seat> Counsellors { get; } = [new("konselor"), new("puskesmas"), new("dinkes")];

    public static IReadOnlyList<Seat> All { get; } =
    [
        .. Seat.Triad,
        Seat.Koordinator,
        .. Counsellors,
        .. new[]
        {
            "satpol-pp", "kesbangpol", "bpbd", "damkar", "psc-119", "diskominfo", "dispendik", "dpmptsp", "dlh", "disbun", "disnaker",
            "inspektorat", "bkpsdm", "dpmd", "uptd-ppa", "fkub", "saber-pungli",
            "satreskrim", "satresnarkoba", "satlantas", "sipropam", "unit-ppa", "kodim", "subdenpom",
            "rsud", "polres", "piket", "pimpinan",
            "bawaslu", "kpu", "bnnk", "bpom", "bksda", "bpn",
        }.Select(code => new Seat(code)),
    ];

    /// <summary>The auditor reads all and changes nothing (policy 2, roles): a seat for people, which no programme may name.</summary>
    public static IReadOnlyList<Seat> Invitable { get; } = [.. All, new("auditor")];
}
