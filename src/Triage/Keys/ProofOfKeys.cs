using System.Text;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Keys;

/// <summary>
/// Proves at start that the keys of one purpose are the ones its data was sealed with: losing or mixing them up must not start empty (design 9).
/// A known word, sealed with each key, lies in the settings.
/// </summary>
public abstract class ProofOfKeys
{
    private readonly KeyFiles _files;
    private readonly KeyPurpose _purpose;
    private readonly WrappingKeys _wrapping;
    private readonly WrappedKeys _wrapped;
    private readonly Committer _committer;
    private readonly IDbContextFactory<TriageDb> _contexts;

    internal ProofOfKeys(KeyFiles files, KeyPurpose purpose, WrappingKeys wrapping, WrappedKeys wrapped, Committer committer, IDbContextFactory<TriageDb> contexts) =>
        (_files, _purpose, _wrapping, _wrapped, _committer, _contexts) = (files, purpose, wrapping, wrapped, committer, contexts);

    /// <summary>Keys of this purpose beside those that wrap; made here where there are none.</summary>
    private protected virtual IReadOnlyList<string> Others => [];

    /// <exception cref="StartRefusedException">There is data, but not its key.</exception>
    public async Task CheckAsync(CancellationToken ct)
    {
        await using var db = await _contexts.CreateDbContextAsync(ct);
        var proofs = await db.Settings.AsNoTracking().Where(row => row.Name.StartsWith(_purpose.Proof))
            .ToDictionaryAsync(row => row.Name[_purpose.Proof.Length..], row => row.Value, ct);
        foreach (var (name, value) in proofs.Where(proof => !_wrapping.IsRetired(proof.Key)).OrderBy(proof => proof.Key == _purpose.FileProof))
        {
            Check(name, Convert.FromBase64String(value));
        }

        CheckUses();
        if ((await NewestAsync(db, ct)).Any(id => !_wrapped.Knows(id))) // an old copy of the file fits the data and still lacks the newest keys
        {
            throw new StartRefusedException(
                $"'{_purpose.File}' in Keys:Directory '{_files.Directory}' lacks keys of the newest {_purpose.Words.Many}. Put back its newest copy; starting with an old one would lose those {_purpose.Words.Many}.");
        }

        await KeepAsync(proofs, ct);
    }

    /// <summary>What the newest data was sealed for.</summary>
    private protected abstract Task<IReadOnlyList<Guid>> NewestAsync(TriageDb db, CancellationToken ct);

    private void Check(string name, byte[] proof)
    {
        var key = FindKey(name);
        if (key is null && !File.Exists(Path.Combine(_files.Directory, FileOf(name))))
        {
            throw new StartRefusedException(
                $"The key file '{FileOf(name)}' is missing from Keys:Directory '{_files.Directory}', and {_purpose.Words.Data} sealed with it. Put it back; starting without it would lose {_purpose.Words.Loss}.");
        }

        if (key is null || Envelope.Open(key, proof, Context(name)) is null)
        {
            throw new StartRefusedException(
                $"The {_purpose.Words.Keys} in Keys:Directory are not the ones this data was sealed with ('{FileOf(name)}' is another). Put back the right key directory; starting with another would lose {_purpose.Words.Loss}.");
        }
    }

    private void CheckUses()
    {
        var uses = _wrapped.Uses(); // before the directory: a key that is made meanwhile is no missing one
        var there = _wrapping.Numbers;
        if (uses.Keys.FirstOrDefault(number => !there.Contains(number)) is var missing and not 0)
        {
            throw new StartRefusedException(
                $"The key file '{FileOf(_wrapping.NameOf(missing))}' is missing from Keys:Directory '{_files.Directory}', and {_purpose.Words.Many} are sealed with it. Put it back; starting without it would lose them.");
        }
    }

    /// <summary>Proofs of keys that are new, none of keys that were retired.</summary>
    private async Task KeepAsync(IReadOnlyDictionary<string, string> known, CancellationToken ct)
    {
        var active = _wrapping.NameOf(_wrapping.Active);
        _wrapped.MakeProof();
        string[] names = [.. _wrapping.Numbers.Select(_wrapping.NameOf).Append(active).Concat(Others).Append(_purpose.FileProof).Distinct().Where(name => !known.ContainsKey(name))];
        string[] old = [.. known.Keys.Where(_wrapping.IsRetired).Select(name => _purpose.Proof + name)];
        if (names.Length + old.Length == 0)
        {
            return;
        }

        await _committer.CommitAsync(
            async unit =>
            {
                await unit.Db.Settings.Where(row => old.Contains(row.Name)).ExecuteDeleteAsync();
                foreach (var name in names)
                {
                    if (!await unit.Db.Settings.AnyAsync(row => row.Name == _purpose.Proof + name) && FindKey(name) is { } key)
                    {
                        var proof = Envelope.Seal(key, 0, Encoding.UTF8.GetBytes(_purpose.Word), Context(name));
                        unit.Db.Settings.Add(new SettingRow { Name = _purpose.Proof + name, Value = Convert.ToBase64String(proof) });
                    }
                }
            },
            ct);
    }

    private byte[]? FindKey(string name) => (name == _purpose.FileProof ? _wrapped.FindProof() : _files.TryRead(name)) is { } key
        ? MasterKey.Derive(key, _purpose.Derived)
        : null;

    private string FileOf(string name) => name == _purpose.FileProof ? _purpose.File : name + ".key";

    private string Context(string name) => $"settings.value.{_purpose.Proof}{name}";
}
