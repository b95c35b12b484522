namespace Kentongan.Triage.Jobs;

/// <summary>A job goes through what is due each in a unit of its own, so that one bad row does not hold up the others.</summary>
internal static class OneByOne
{
    /// <param name="act">Whether something was done.</param>
    /// <param name="failed">Told what could not be done and the type of the failure.</param>
    /// <returns>How many were done.</returns>
    public static async Task<int> DoAsync<T>(IReadOnlyList<T> due, Func<T, Task<bool>> act, Action<T, string> failed)
    {
        var done = 0;
        foreach (var one in due)
        {
            try
            {
                done += await act(one) ? 1 : 0;
            }
#pragma warning disable CA1031 // whatever it is, the others go on
            catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
            {
                failed(one, failure.GetType().Name);
            }
        }

        return done;
    }
}
