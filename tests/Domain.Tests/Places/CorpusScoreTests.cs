using System.Text.Json;
using Kentongan.Domain.Places;

namespace Kentongan.Domain.Tests.Places;

/// <summary>Scores the resolver on a corpus of invented reports that lies beside the repository and is never part of it.</summary>
public sealed class CorpusScoreTests(ITestOutputHelper output)
{
    // Beside the repository, or one folder further up for a second work tree.
    private static readonly string? Corpus = new[] { "..", "../.." }
        .Select(up => Path.GetFullPath(Path.Combine(Repository.Root, up, "shared", "corpus-dev.jsonl")))
        .FirstOrDefault(File.Exists);

    [Fact]
    public void Reports_of_Jepara_reach_the_right_kecamatan()
    {
        Assert.SkipUnless(Corpus is not null, "There is no corpus beside the repository.");
        var records = File.ReadLines(Corpus!).Select(line => JsonDocument.Parse(line).RootElement).Where(IsJepara).ToList();
        var located = records.Where(record => Code(record, "kecamatan_code") is not null).ToList();
        var vague = records.Where(record => Code(record, "kecamatan_code") is null).ToList();

        var kecamatan = located.Count(record => Sure(record)?.Kecamatan.Value == Code(record, "kecamatan_code"));
        var desaKnown = located.Where(record => Code(record, "village_code") is not null).ToList();
        var desa = desaKnown.Count(record => Sure(record)?.Desa?.Value == Code(record, "village_code"));
        var invented = vague.Count(record => Sure(record) is not null)
            + located.Count(record => Code(record, "village_code") is null && Sure(record)?.Desa is not null);
        var asked = records.Count(record => Guess(record).MustAsk == (Code(record, "kecamatan_code") is null));
        foreach (var record in records.Where(record => Sure(record)?.Kecamatan.Value != Code(record, "kecamatan_code")
            || Sure(record)?.Desa?.Value != Code(record, "village_code")))
        {
            output.WriteLine($"{Code(record, "id")}: {Code(record, "village_code") ?? Code(record, "kecamatan_code") ?? "none"}, found "
                + string.Join(", ", Guess(record).Candidates.Select(one => $"{one.Place.Desa?.Value ?? one.Place.Kecamatan.Value} {one.Reason}"))
                + (Guess(record).MustAsk ? ", asks" : ""));
        }

        output.WriteLine($"kecamatan {kecamatan}/{located.Count}, desa {desa}/{desaKnown.Count}, invented {invented}/{vague.Count}, must ask {asked}/{records.Count}");
        Assert.True(kecamatan >= 0.97 * located.Count);
        Assert.True(desa >= 0.92 * desaKnown.Count);
        Assert.Equal(0, invented);
    }

    private static bool IsJepara(JsonElement record) => Code(record, "id")!.Contains("-jpr-", StringComparison.Ordinal);

    private static PlaceGuess Guess(JsonElement record) => Repository.Index.Resolve(Code(record, "text")!);

    /// <summary>What the report would be routed by without asking.</summary>
    private static Place? Sure(JsonElement record) => Guess(record) is { MustAsk: false, Candidates: [var best, ..] } ? best.Place : null;

    private static string? Code(JsonElement record, string name) => record.GetProperty(name).GetString();
}
