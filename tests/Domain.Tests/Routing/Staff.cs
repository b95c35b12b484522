using Kentongan.Domain.Places;
using Kentongan.Domain.Rosters;
using Kentongan.Domain.Routing;
using Kentongan.Domain.Tests.Reports;

namespace Kentongan.Domain.Tests.Routing;

/// <summary>Rosters written in words, and plans read back in words.</summary>
internal static class Staff
{
    /// <summary>Everybody of a kecamatan, with a deputy for each seat of the triad, and the kabupaten.</summary>
    public const string Usual =
        "camat camat~ kapolsek kapolsek~ danramil danramil~ satpol-pp bawaslu satresnarkoba koordinator auditor inspektorat";

    public static readonly KecamatanCode Here = Given.Here.Kecamatan;

    /// <summary>One posting a word: <c>~</c> for a deputy, <c>!</c> for somebody who cannot be reached. All in one kecamatan.</summary>
    public static Roster Of(string words) => new(
    [
        .. words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((word, index) => Posting(word, Given.Officer(100 + index), Here)),
    ]);

    public static Posting Posting(string word, OfficerId officer, KecamatanCode kecamatan)
    {
        var seat = new Seat(word.TrimEnd('~', '!'));
        return new Posting(officer, seat, seat.IsTriad ? kecamatan : null, IsDeputy: word.Contains('~'), Reachable: !word.Contains('!'));
    }

    /// <summary>A plan in the words of <see cref="Of"/>, sorted by part: <c>Lead: camat; Support: kapolsek (later kapolsek~)</c>.</summary>
    public static string Told(this RoutingPlan plan, Roster roster)
    {
        var parts = plan.Assignments.GroupBy(assignment => assignment.Part).OrderBy(group => group.Key).Select(group =>
        {
            var now = string.Join(' ', group.Where(assignment => assignment.Now).Select(Word));
            var later = string.Join(' ', group.Where(assignment => !assignment.Now).Select(Word));
            return $"{group.Key}:{(now.Length > 0 ? $" {now}" : "")}{(later.Length > 0 ? $" (later {later})" : "")}";
        });
        return string.Join("; ", parts);

        string Word(Assignment assignment)
        {
            var posting = roster.Postings.First(posting => posting.Officer == assignment.Officer && posting.Seat == assignment.Seat);
            return $"{assignment.Seat}{(posting.IsDeputy ? "~" : "")}{(posting.Reachable ? "" : "!")}";
        }
    }
}
