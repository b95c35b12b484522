using System.Globalization;

namespace Kentongan.Domain.Casualties;

/// <summary>What a resident taps about the victims of an emergency (policy 5.5): three answers, of which each may be missing.</summary>
/// <param name="Number">How many; <see cref="Many"/> for more than can be tapped; null where nobody said.</param>
public sealed record VictimsTold(int? Number = null, VictimState? State = null, VictimPlace? Place = null)
{
    /// <summary>Five or fewer are tapped as they are; this stands for more.</summary>
    public const int Many = 6;

    private const string Nothing = "-";

    /// <summary>Somebody may die before anyone reads on.</summary>
    public bool IsGrave => Number != 0 && State is VictimState.Unconscious or VictimState.NotBreathing;

    /// <summary>A first number for the record, until somebody in office counts (policy 5.5). Nobody is dead because a message says so.</summary>
    public CasualtyCount Count => Place == VictimPlace.Clinic ? new CasualtyCount(0, Number ?? 0, 0) : new CasualtyCount(0, 0, Number ?? 0);

    /// <summary>The later answer counts; what it leaves open stays as it was told.</summary>
    public VictimsTold With(VictimsTold later) => later.Number == 0
        ? new VictimsTold(0)
        : new VictimsTold(later.Number ?? Number, later.State ?? State, later.Place ?? Place);

    /// <summary>As facts keep it: <c>3 Unconscious Home</c>, a dash for what is open.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Number?.ToString(CultureInfo.InvariantCulture) ?? Nothing} {State?.ToString() ?? Nothing} {Place?.ToString() ?? Nothing}");

    /// <returns>Null where the words are none of ours.</returns>
    public static VictimsTold? Read(string text) => text.Split(' ') is [var number, var state, var place]
        ? new VictimsTold(
            int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var read) && read <= Many ? read : null,
            Value<VictimState>(state),
            Value<VictimPlace>(place))
        : null;

    private static T? Value<T>(string name)
        where T : struct, Enum => Enum.GetValues<T>().Select(value => (T?)value).FirstOrDefault(value => value.ToString() == name);
}

/// <summary>How the worst off of them is. Stored by name: never rename one.</summary>
public enum VictimState
{
    Awake,
    Unconscious,
    NotBreathing,
}

/// <summary>Where they are now. Stored by name: never rename one.</summary>
public enum VictimPlace
{
    Scene,
    Home,
    Road,

    /// <summary>Puskesmas or hospital.</summary>
    Clinic,

    /// <summary>A point on the map, which the sealed report holds.</summary>
    Point,
}
