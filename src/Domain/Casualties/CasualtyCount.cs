using System.Globalization;

namespace Kentongan.Domain.Casualties;

/// <summary>Dead, in hospital and injured as somebody counted them; press and police count differently each day, so it is revised (policy 5.5).</summary>
public readonly record struct CasualtyCount(int Dead, int InHospital, int Injured)
{
    private const int Most = 999;

    public bool IsAny => Dead + InHospital + Injured > 0;

    public bool IsPossible => InRange(Dead) && InRange(InHospital) && InRange(Injured);

    public static CasualtyCount operator +(CasualtyCount one, CasualtyCount other) =>
        new(one.Dead + other.Dead, one.InHospital + other.InHospital, one.Injured + other.Injured);

    public static CasualtyCount Add(CasualtyCount left, CasualtyCount right) => left + right;

    /// <summary>Reads <c>2/3/1</c>, <c>2 3 1</c> or <c>2, 3, 1</c>: dead, in hospital, injured.</summary>
    public static CasualtyCount? Read(string text)
    {
        var parts = text.Split([' ', '/', ',', ';', '\n', '-'], StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 3 && Number(parts[0]) is { } dead && Number(parts[1]) is { } hospital && Number(parts[2]) is { } injured
            && new CasualtyCount(dead, hospital, injured) is { IsPossible: true } count
            ? count
            : null;
    }

    /// <summary>As facts keep it: <c>2/3/1</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Dead}/{InHospital}/{Injured}");

    private static bool InRange(int number) => number is >= 0 and <= Most;

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
