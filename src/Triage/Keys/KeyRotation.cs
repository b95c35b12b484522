namespace Kentongan.Triage.Keys;

/// <summary>Changes the master key while other processes go on: a new one, everything wrapped anew, the old one destroyed (design 9).</summary>
public sealed class KeyRotation(MasterKey master, ReportKeys reports, KeyProof proof)
{
    private const int Batch = 1000;

    /// <summary>Every master key with the number of report keys that it wraps; the last one seals.</summary>
    public IReadOnlyList<(int Number, int Wraps)> List()
    {
        var uses = reports.Uses();
        return [.. master.Numbers.Select(number => (number, uses.GetValueOrDefault(number)))];
    }

    /// <returns>The number of the new key.</returns>
    public async Task<int> RotateAsync(CancellationToken ct)
    {
        var number = master.Rotate();
        await proof.CheckAsync(ct); // keeps the proof of the new key
        return number;
    }

    /// <returns>How many keys were wrapped anew.</returns>
    public int Rewrap(CancellationToken ct)
    {
        var wrapped = 0;
        while (!ct.IsCancellationRequested && reports.Rewrap(Batch) is var some and > 0)
        {
            wrapped += some;
        }

        return wrapped;
    }

    /// <exception cref="StartRefusedException">There is no such key, it seals, or something is still sealed with it.</exception>
    public async Task RetireAsync(int number, CancellationToken ct)
    {
        var numbers = master.Numbers;
        if (!numbers.Contains(number))
        {
            throw new StartRefusedException($"There is no master key {number}. See: keys list.");
        }

        if (number == numbers[^1])
        {
            throw new StartRefusedException($"Master key {number} is the one that seals. First run: keys rotate, then keys rewrap.");
        }

        if (reports.Retire(number) is var wraps and > 0)
        {
            throw new StartRefusedException($"Master key {number} still seals {wraps} report keys; without it those reports are lost. First run: keys rewrap.");
        }

        await proof.CheckAsync(ct); // forgets the proof of the old key
    }
}
