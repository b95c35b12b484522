using System.Globalization;
using FluentValidation;
using Kentongan.Domain.Places;

namespace Kentongan.Domain.Help;

/// <summary>Where people who need help can be sent (domain.md 8). Empty where the kabupaten has no such file.</summary>
public sealed record HelpDirectory(IReadOnlyList<HelpPlace> Places)
{
    public static HelpDirectory Empty { get; } = new([]);
}

/// <param name="Services">What it does, in words for residents.</param>
/// <param name="Number">Null where none is known.</param>
/// <param name="Ages">Limits of age; null where none are known.</param>
/// <param name="Cost">What it costs, BPJS included; null where it is not known.</param>
/// <param name="Hours">Null where they are not known.</param>
/// <param name="VerifiedOn">The day somebody of the kabupaten rang and asked; null where nobody has.</param>
public sealed record HelpPlace(
    string Name, HelpPlaceKind Kind, string Services, string? Number, string? Address, string? Ages, string? Cost, string? Hours, DateOnly? VerifiedOn);

public enum HelpPlaceKind
{
    Ipwl,
    RumahSakit,
    Puskesmas,
    Lembaga,
    Bnnp,
    Telepon,
}

/// <summary>Reads a directory of help: text in, places or every error out.</summary>
public static class HelpDirectoryReader
{
    private static readonly HelpDirectoryValidator Validator = new();

    public static Read<HelpDirectory> Read(string fileName, string json)
    {
        var parsed = StrictJson.Parse(fileName, json, Validator);
        return parsed.Succeeded ? new Read<HelpDirectory>(Build(parsed.Value)) : new Read<HelpDirectory>(parsed.Errors);
    }

    private static HelpDirectory Build(HelpDirectoryFile file) => new([.. file.Places.Select(entry => new HelpPlace(
        entry.Name!,
        HelpDirectoryValidator.Kinds[entry.Type!],
        entry.Services!,
        entry.Number,
        entry.Address,
        entry.Ages,
        entry.Cost,
        entry.Hours,
        entry.VerifiedOn is { } day ? HelpDirectoryValidator.Date(day) : null))]);
}

internal sealed record HelpDirectoryFile
{
    public string? Kabupaten { get; init; }

    public IReadOnlyList<HelpPlaceEntry> Places { get; init; } = [];
}

internal sealed record HelpPlaceEntry
{
    public string? Name { get; init; }

    public string? Type { get; init; }

    public string? Services { get; init; }

    public string? Number { get; init; }

    public string? Address { get; init; }

    public string? Ages { get; init; }

    public string? Cost { get; init; }

    public string? Hours { get; init; }

    public string? VerifiedOn { get; init; }

    /// <summary>Where the entry comes from, for whoever verifies it. Not shown.</summary>
    public string? Source { get; init; }
}

internal sealed class HelpDirectoryValidator : AbstractValidator<HelpDirectoryFile>
{
    private const int LongestName = 60;
    private const int LongestText = 200;

    /// <summary>A button for each, and a message that a person reads.</summary>
    private const int MostPlaces = 12;

    public static readonly Dictionary<string, HelpPlaceKind> Kinds = new()
    {
        ["ipwl"] = HelpPlaceKind.Ipwl,
        ["rumah-sakit"] = HelpPlaceKind.RumahSakit,
        ["puskesmas"] = HelpPlaceKind.Puskesmas,
        ["lembaga"] = HelpPlaceKind.Lembaga,
        ["bnnp"] = HelpPlaceKind.Bnnp,
        ["telepon"] = HelpPlaceKind.Telepon,
    };

    public HelpDirectoryValidator()
    {
        RuleFor(file => file.Kabupaten).Must(code => Codes.IsKabupaten(code)).WithMessage("write the ministry code of the kabupaten, such as \"33.20\".");
        RuleFor(file => file.Places).Must(places => places.Count <= MostPlaces).WithMessage($"list at most {MostPlaces} places; residents read all of them.");
        RuleForEach(file => file.Places).NotNull().WithMessage(StrictJson.NullEntry).ChildRules(place =>
        {
            place.RuleFor(entry => entry.Name).Must(name => name is { Length: > 0 and <= LongestName }).WithMessage($"write the name, in at most {LongestName} letters.");
            place.RuleFor(entry => entry.Type).Must(type => type is not null && Kinds.ContainsKey(type)).WithMessage($"use one of {string.Join(", ", Kinds.Keys)}.");
            place.RuleFor(entry => entry.Services).Must(text => text is { Length: > 0 and <= LongestText }).WithMessage($"write what is done there, in at most {LongestText} letters.");
            place.RuleFor(entry => entry.Number).Matches("^[0-9 +()-]{3,30}$").When(entry => entry.Number is not null).WithMessage("write the number in digits and blanks, or leave it out.");
            place.RuleFor(entry => entry.VerifiedOn).Must(day => Date(day) is not null).When(entry => entry.VerifiedOn is not null)
                .WithMessage("write the day as yyyy-MM-dd, or leave it out until somebody has verified the entry.");
            foreach (var text in (System.Linq.Expressions.Expression<Func<HelpPlaceEntry, string?>>[])
                [entry => entry.Address, entry => entry.Ages, entry => entry.Cost, entry => entry.Hours])
            {
                place.RuleFor(text).Must(given => given is null or { Length: > 0 and <= LongestText }).WithMessage($"write at most {LongestText} letters, or leave it out.");
            }
        });
    }

    public static DateOnly? Date(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
