namespace Kentongan.Domain.Rosters;

/// <summary>A role that reports go to, such as <c>kapolsek</c>. The three of the triad are fixed; agencies are data of the kabupaten.</summary>
public readonly record struct Seat(string Code)
{
    public static readonly Seat Camat = new("camat");
    public static readonly Seat Kapolsek = new("kapolsek");
    public static readonly Seat Danramil = new("danramil");

    /// <summary>The coordinator of the kabupaten, who screens, decides and reads the digest.</summary>
    public static readonly Seat Koordinator = new("koordinator");

    /// <summary>The duty officer of the Polres, told with the coordinator at level 2 (policy 3).</summary>
    public static readonly Seat Polres = new("polres");

    /// <summary>The leadership of the kabupaten, told at level 3 (policy 3).</summary>
    public static readonly Seat Pimpinan = new("pimpinan");

    /// <summary>Reads requests for help, and nothing else (policy 5.7). Whoever holds it holds no other seat.</summary>
    public static readonly Seat Konselor = new("konselor");

    /// <summary>The tiga pilar of a kecamatan, in the order in which they are named.</summary>
    public static readonly IReadOnlyList<Seat> Triad = [Camat, Kapolsek, Danramil];

    /// <summary>Seats of the triad belong to a kecamatan; every other seat to the kabupaten.</summary>
    public bool IsTriad => Triad.Contains(this);

    public override string ToString() => Code;
}
