using FsCheck;
using FsCheck.Fluent;

namespace Kentongan.Domain.Tests.Reports;

/// <summary>Checks a sentence for many random values; the message of a failure names the smallest value and the seed.</summary>
internal static class Sentence
{
    public static void Holds<T>(Gen<T> values, Action<T> sentence, int times = 300) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(times), Prop.ForAll(values.ToArbitrary(), sentence));

    public static Gen<T> AnyOf<T>()
        where T : struct, Enum => Gen.Elements(Enum.GetValues<T>());
}
