using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using FluentValidation;

namespace Kentongan.Domain.Places;

/// <summary>Reads data files without forgiving anything: an unknown member, a repeated one or a wrong kind of value is an error.</summary>
internal static partial class StrictJson
{
    public const string NullEntry = "null is no entry; remove it.";

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
    };

    public static Read<TFile> Parse<TFile>(string fileName, string json, IValidator<TFile> validator)
        where TFile : class
    {
        try
        {
            return JsonSerializer.Deserialize<TFile>(json, Options) is { } file
                ? Validate(fileName, file, validator)
                : new Read<TFile>([$"{fileName}: the file holds null; write one JSON object."]);
        }
        catch (JsonException problem)
        {
            return new Read<TFile>([Explain(fileName, problem)]);
        }
    }

    /// <summary><c>Categories[0].Lead</c>, as the validator names it, as the file spells it: <c>categories[0].lead</c>.</summary>
    public static string Path(string propertyName) =>
        string.Join('.', propertyName.Split('.').Select(part => JsonNamingPolicy.CamelCase.ConvertName(part)));

    private static Read<TFile> Validate<TFile>(string fileName, TFile file, IValidator<TFile> validator)
        where TFile : class
    {
        var result = validator.Validate(file);
        return result.IsValid
            ? new Read<TFile>(file)
            : new Read<TFile>([.. result.Errors.Select(error => $"{fileName} at {Path(error.PropertyName)}: {error.ErrorMessage}")]);
    }

    private static string Explain(string fileName, JsonException problem)
    {
        var path = problem.Path is { Length: > 2 } found ? $" at {found[2..]}" : "";
        if (Unmapped().Match(problem.Message) is { Success: true } unknown)
        {
            var member = unknown.Groups[1].Value;
            var parent = path.EndsWith($".{member}", StringComparison.Ordinal) ? path[..^(member.Length + 1)]
                : path == $" at {member}" ? ""
                : path;
            return $"{fileName}{parent}: unknown member \"{member}\"; remove it or correct its spelling.";
        }

        if (Duplicate().Match(problem.Message) is { Success: true } twice)
        {
            return $"{fileName}{path}: member \"{twice.Groups[1].Value}\" stands there twice; keep one.";
        }

        return problem.Message.Contains("could not be converted", StringComparison.Ordinal)
            || problem.Message.Contains("null value", StringComparison.Ordinal)
            ? $"{fileName}{path}: the value is of the wrong kind; the README beside the file shows what belongs there."
            : $"{fileName}: not valid JSON at line {(problem.LineNumber ?? 0) + 1}; check commas, quotes and brackets there.";
    }

    [GeneratedRegex("The JSON property '([^']*)' could not be mapped")]
    private static partial Regex Unmapped();

    [GeneratedRegex("Duplicate property '([^']*)'")]
    private static partial Regex Duplicate();
}
