namespace Kentongan.Triage.Keys;

/// <summary>Changes wrapping keys while other processes go on: a new one, everything wrapped anew, the old one destroyed (design 9).</summary>
public abstract class WrappingRotation
{
    private const int Batch = 1000;

    private readonly WrappingKeys _wrapping;
    private readonly WrappedKeys _wrapped;
    private readonly ProofOfKeys _proof;
    private readonly KeyPurpose.Wording _words;

    internal WrappingRotation(KeyPurpose purpose, WrappingKeys wrapping, WrappedKeys wrapped, ProofOfKeys proof) =>
        (_words, _wrapping, _wrapped, _proof) = (purpose.Words, wrapping, wrapped, proof);

    /// <summary>Every wrapping key with the number of keys that it wraps, that of the file itself included; the last one wraps.</summary>
    public IReadOnlyList<(int Number, int Wraps)> List()
    {
        var uses = _wrapped.Uses();
        return [.. _wrapping.Numbers.Select(number => (number, uses.GetValueOrDefault(number)))];
    }

    /// <returns>The number of the new key.</returns>
    public async Task<int> RotateAsync(CancellationToken ct)
    {
        await _proof.CheckAsync(ct); // refuses where the keys are not ours
        var number = _wrapping.Rotate();
        await _proof.CheckAsync(ct); // keeps the proof of the new key
        return number;
    }

    /// <returns>How many keys were wrapped anew.</returns>
    public int Rewrap(CancellationToken ct)
    {
        var wrapped = 0;
        while (!ct.IsCancellationRequested && _wrapped.Rewrap(Batch) is var some and > 0)
        {
            wrapped += some;
        }

        return wrapped;
    }

    /// <exception cref="StartRefusedException">There is no such key, it seals, or something is still sealed with it.</exception>
    public async Task RetireAsync(int number, CancellationToken ct)
    {
        var numbers = _wrapping.Numbers;
        var name = char.ToUpperInvariant(_words.WrappingKey[0]) + _words.WrappingKey[1..];
        if (!numbers.Contains(number))
        {
            throw new StartRefusedException($"There is no {_words.WrappingKey} {number}. See: keys list.");
        }

        if (number == numbers[^1])
        {
            throw new StartRefusedException($"{name} {number} is the one that seals. First run: keys rotate, then keys rewrap.");
        }

        if (_wrapped.Retire(number) is var wraps and > 0)
        {
            throw new StartRefusedException($"{name} {number} still seals {wraps} {_words.One} keys; without it those {_words.Many} are lost. First run: keys rewrap.");
        }

        await _proof.CheckAsync(ct); // forgets the proof of the old key
    }
}

/// <summary>Changes the master key, which wraps the keys of reports.</summary>
public sealed class KeyRotation(MasterKey master, ReportKeys reports, KeyProof proof) : WrappingRotation(ReportKeys.Purpose, master, reports.Wrapped, proof);
