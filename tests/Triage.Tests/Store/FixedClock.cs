namespace Kentongan.Triage.Tests.Store;

/// <summary>Time that stands still until a test moves it.</summary>
internal sealed class FixedClock(DateTimeOffset start) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = start;

    public override DateTimeOffset GetUtcNow() => Now;
}
