using System.Globalization;
using Kentongan.Domain.Help;
using static Kentongan.Bot.Conversations.Phrases.Html;

namespace Kentongan.Bot.Conversations.Help;

/// <summary>The directory in words. Its entries are Indonesian; what nobody has verified says so (domain.md 8).</summary>
internal static class HelpPlaces
{
    /// <returns>Telegram HTML, a paragraph a place; null for an empty directory.</returns>
    public static string? Listed(HelpDirectory directory) => directory.Places.Count == 0
        ? null
        : string.Join('\n', directory.Places.Select(place => $"📍 <b>{Escape(place.Name)}</b>: {Escape(string.Join(' ', Lines(place).Skip(1)))}"));

    /// <summary>One place, as it is kept in a conversation: plain text, a line each.</summary>
    public static string Told(HelpPlace place) => string.Join('\n', Lines(place));

    private static IEnumerable<string> Lines(HelpPlace place)
    {
        yield return place.Name;
        yield return place.Services;
        if (place.Number is { } number)
        {
            yield return $"Telepon {number}.";
        }

        if (place.Address is { } address)
        {
            yield return $"Alamat: {address}.";
        }

        if (place.Hours is { } hours)
        {
            yield return $"Jam: {hours}.";
        }

        if (place.Ages is { } ages)
        {
            yield return $"Usia: {ages}.";
        }

        if (place.Cost is { } cost)
        {
            yield return $"Biaya: {cost}.";
        }

        yield return place.VerifiedOn is { } day
            ? $"(Diperiksa {day.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture)}.)"
            : "(Belum kami periksa, tanyakan dulu.)";
    }
}
