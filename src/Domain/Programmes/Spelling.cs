using System.Text.Json;

namespace Kentongan.Domain.Programmes;

/// <summary>How the values of an enum are written in the files: <c>afterAction</c>, but <c>P1</c>.</summary>
internal static class Spelling
{
    public static T? Of<T>(string? text)
        where T : struct, Enum =>
        Enum.GetValues<T>().Where(value => Written(value) == text).Select(value => (T?)value).FirstOrDefault();

    public static string Unknown<T>(string what, string? text)
        where T : struct, Enum =>
        $"unknown {what} \"{text}\"; use one of {string.Join(", ", Enum.GetValues<T>().Select(Written))}.";

    private static string Written<T>(T value)
        where T : struct, Enum =>
        value.ToString() is { Length: > 2 } name ? JsonNamingPolicy.CamelCase.ConvertName(name) : LeaveShort(value.ToString());

    // Priorities are written as people say them, P0 to P3; the only other short value is "no".
    private static string LeaveShort(string name) => name == "No" ? "no" : name;
}
