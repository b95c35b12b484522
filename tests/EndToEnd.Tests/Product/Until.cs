using System.Diagnostics;

namespace Kentongan.EndToEnd.Tests.Product;

/// <summary>Waits for what must come about, and no longer than a patient person would on a busy machine.</summary>
internal static class Until
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(10);

    public static Task TrueAsync(Func<bool> come, Func<string> why) => FoundAsync(() => come() ? "" : null, why);

    public static async Task<T> FoundAsync<T>(Func<T?> look, Func<string> why)
        where T : class
    {
        var since = Stopwatch.GetTimestamp();
        while (true)
        {
            if (look() is { } found)
            {
                return found;
            }

            if (Stopwatch.GetElapsedTime(since) > Patience)
            {
                Assert.Fail(why());
            }

            await Task.Delay(Glance);
        }
    }
}

internal static class Waiting
{
    /// <summary>Until the bot has confirmed every update.</summary>
    public static Task EmptyAsync(this Kentongan.Sandbox.Telegram.UpdateQueue updates) =>
        Until.TrueAsync(() => updates.Count == 0, () => $"{updates.Count} updates are never confirmed.");
}
