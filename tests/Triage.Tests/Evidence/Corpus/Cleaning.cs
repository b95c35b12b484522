using Kentongan.Triage.Evidence;
using Microsoft.Extensions.Options;

namespace Kentongan.Triage.Tests.Evidence.Corpus;

/// <summary>A cleaner with the settings of a test, and the questions tests ask of its answers.</summary>
internal static class Cleaning
{
    public static async Task<CleaningResult> Of(byte[] file, EvidenceOptions? options = null, TimeProvider? time = null, CancellationToken ct = default)
    {
        using var cleaner = new EvidenceCleaner(Options.Create(options ?? new EvidenceOptions()), time ?? TimeProvider.System);
        return await cleaner.CleanAsync(new MemoryStream(file), ct);
    }

    public static async Task<CleaningResult.Cleaned> Cleaned(byte[] file, EvidenceOptions? options = null) =>
        Assert.IsType<CleaningResult.Cleaned>(await Of(file, options));

    public static async Task<CleaningRefusal> Refused(byte[] file, EvidenceOptions? options = null) =>
        Assert.IsType<CleaningResult.Refused>(await Of(file, options)).Why;
}
