using Kentongan.Triage.Keys;

namespace Kentongan.Triage.Help;

/// <summary>Changes the key that wraps the keys of help, as <see cref="KeyRotation"/> does for reports (design 9).</summary>
public sealed class HelpKeyRotation(HelpKeys keys, HelpProof proof) : WrappingRotation(HelpKeys.Purpose, keys.Wrapping, keys.Wrapped, proof)
{
    /// <summary>Wraps everything anew and destroys the old keys: what they wrapped is wrapped by the new one.</summary>
    /// <returns>How many keys were wrapped anew.</returns>
    public async Task<int> RewrapAsync(CancellationToken ct)
    {
        await proof.CheckAsync(ct);
        var wrapped = Rewrap(ct);
        foreach (var old in keys.Wrapping.Numbers.SkipLast(1).ToList())
        {
            await RetireAsync(old, ct);
        }

        return wrapped;
    }
}
