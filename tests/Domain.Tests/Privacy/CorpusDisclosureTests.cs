using System.Text.Json;
using Kentongan.Domain.Privacy;
using Kentongan.Domain.Tests.Places;

namespace Kentongan.Domain.Tests.Privacy;

/// <summary>Scores the finder on a corpus of invented reports that lies beside the repository and is never part of it.</summary>
public sealed class CorpusDisclosureTests(ITestOutputHelper output)
{
    // Beside the repository, or one folder further up for a second work tree.
    private static readonly string? Corpus = new[] { "..", "../.." }
        .Select(up => Path.GetFullPath(Path.Combine(Repository.Root, up, "shared", "corpus-dev.jsonl")))
        .FirstOrDefault(File.Exists);

    [Fact]
    public void Nearly_every_self_disclosure_is_found_and_few_others_are_asked()
    {
        Assert.SkipUnless(Corpus is not null, "There is no corpus beside the repository.");
        var records = File.ReadLines(Corpus!).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var telling = records.Where(record => record.GetProperty("contains_reporter_pii").GetBoolean()).ToList();
        var others = records.Except(telling).ToList();

        var missed = telling.Where(record => Found(record).Count == 0).ToList();
        var alarms = others.Where(record => Found(record).Count > 0).ToList();
        foreach (var record in missed)
        {
            output.WriteLine($"missed {record.GetProperty("id")}");
        }

        foreach (var record in telling.Concat(alarms))
        {
            output.WriteLine($"{record.GetProperty("id")}: {string.Join(" | ", Found(record).Select(one => $"{one.Kind} {one.In(Text(record))}"))}");
        }

        output.WriteLine($"found {telling.Count - missed.Count}/{telling.Count}, false alarms {alarms.Count}/{others.Count}");
        Assert.True(telling.Count - missed.Count >= 0.9 * telling.Count);
        Assert.True(alarms.Count <= 0.1 * others.Count);
    }

    private static string Text(JsonElement record) => record.GetProperty("text").GetString()!;

    private static IReadOnlyList<Disclosure> Found(JsonElement record) => SelfDisclosure.Find(Text(record));
}
