namespace Kentongan.Bot.Delivery;

/// <summary>How long to leave Telegram alone while it is away. Not safe for two threads.</summary>
internal sealed class Outage
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private int _failures;
    private DateTimeOffset _until = DateTimeOffset.MinValue;

    /// <summary>Many calls fail at once when the line breaks: that is one failure, or a second of silence would cost half a minute.</summary>
    /// <returns>Until when nothing is sent.</returns>
    public DateTimeOffset Failed(DateTimeOffset now) => now < _until
        ? _until
        : _until = now + TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, Math.Pow(2, Math.Min(_failures++, 5)) / 2));

    public void Over() => _failures = 0;
}
