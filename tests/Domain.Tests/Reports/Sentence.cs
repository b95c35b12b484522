using FsCheck;
using FsCheck.Fluent;

namespace Kentongan.Domain.Tests.Reports;

/// <summary>Checks a sentence for many random values; the message of a failure names the smallest value and the seed.</summary>
internal static class Sentence
{
    /// <summary>
    /// The same values at every run, so that a failure is of the change at hand. <c>KENTONGAN_NEW_VALUES=1</c> draws others:
    /// what it finds becomes a test of its own.
    /// </summary>
    private static readonly Config Values = Environment.GetEnvironmentVariable("KENTONGAN_NEW_VALUES") is { Length: > 0 }
        ? Config.QuickThrowOnFailure
        : Config.QuickThrowOnFailure.WithReplay(20_261_122, 4_711);

    public static void Holds<T>(Gen<T> values, Action<T> sentence, int times = 300) =>
        Check.One(Values.WithMaxTest(times), Prop.ForAll(values.ToArbitrary(), sentence));

    public static Gen<T> AnyOf<T>()
        where T : struct, Enum => Gen.Elements(Enum.GetValues<T>());
}
