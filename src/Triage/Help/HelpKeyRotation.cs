namespace Kentongan.Triage.Help;

/// <summary>Changes the key that wraps the keys of help, as <see cref="Keys.KeyRotation"/> does for reports (design 9).</summary>
public sealed class HelpKeyRotation(HelpKeys keys, HelpProof proof)
{
    /// <summary>Every help key with the number of keys that it wraps, that of the file itself included; the last one wraps.</summary>
    public IReadOnlyList<(int Number, int Wraps)> List()
    {
        var uses = keys.Uses();
        return [.. keys.Numbers.Select(number => (number, uses.GetValueOrDefault(number)))];
    }

    /// <returns>The number of the new key.</returns>
    public async Task<int> RotateAsync(CancellationToken ct)
    {
        await proof.CheckAsync(ct); // refuses where the keys are not ours
        var number = keys.Rotate();
        await proof.CheckAsync(ct); // keeps the proof of the new key
        return number;
    }

    /// <summary>Wraps everything anew and destroys the old keys: what they wrapped is wrapped by the new one.</summary>
    /// <returns>How many keys were wrapped anew.</returns>
    public async Task<int> RewrapAsync(CancellationToken ct)
    {
        await proof.CheckAsync(ct);
        var wrapped = keys.Rewrap();
        foreach (var old in keys.Numbers.SkipLast(1).ToList())
        {
            keys.Retire(old);
        }

        await proof.CheckAsync(ct); // forgets the proof of the old keys
        return wrapped;
    }
}
