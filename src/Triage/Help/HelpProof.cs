using System.Globalization;
using System.Text;
using Kentongan.Domain.Help;
using Kentongan.Triage.Keys;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Help;

/// <summary>
/// Proves that the keys of help are the ones its data was sealed with (design 9). Only a process that reads help needs them; any other
/// runs without (threat-model 4, row 18).
/// </summary>
public sealed class HelpProof(KeyFiles files, HelpKeys keys, Committer committer, IDbContextFactory<TriageDb> contexts)
{
    private const string Prefix = "help-proof-";
    private const string OfFile = "keys";
    private const int Newest = 50;

    private static readonly byte[] Word = Encoding.UTF8.GetBytes("kentongan help");

    /// <exception cref="StartRefusedException">There is data, but not its key.</exception>
    public async Task CheckAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var proofs = await db.Settings.AsNoTracking().Where(row => row.Name.StartsWith(Prefix)).ToDictionaryAsync(row => row.Name[Prefix.Length..], row => row.Value, ct);
        foreach (var (name, value) in proofs.Where(proof => !IsRetired(proof.Key)).OrderBy(proof => proof.Key == OfFile))
        {
            Check(name, Convert.FromBase64String(value));
        }

        var newest = await db.Set<HelpRequest>().AsNoTracking().OrderByDescending(request => request.OpenedAt).Select(request => request.Id).Take(Newest).ToListAsync(ct);
        if (newest.Exists(request => !keys.Knows(request)))
        {
            throw new StartRefusedException(
                $"'{HelpKeys.FileName}' in Keys:Directory '{files.Directory}' lacks keys of the newest help requests. Put back its newest copy; starting with an old one would lose them.");
        }

        await KeepAsync(proofs, ct);
    }

    private void Check(string name, byte[] proof)
    {
        if (!File.Exists(Path.Combine(files.Directory, FileOf(name))))
        {
            throw new StartRefusedException(
                $"The key file '{FileOf(name)}' is missing from Keys:Directory '{files.Directory}', and help conversations are sealed with it. Put it back; starting without it would lose them.");
        }

        if (FindKey(name) is not { } key || Envelope.Open(key, proof, Context(name)) is null)
        {
            throw new StartRefusedException(
                $"The help keys in Keys:Directory are not the ones this data was sealed with ('{FileOf(name)}' is another). Put back the right key directory; starting with another would lose every help conversation.");
        }
    }

    private async Task KeepAsync(IReadOnlyDictionary<string, string> known, CancellationToken ct)
    {
        _ = keys.Active; // makes the key at the first start
        keys.MakeProof();
        string[] names = [.. keys.Numbers.Select(HelpKeys.NameOf).Append(OfFile).Where(name => !known.ContainsKey(name))];
        string[] old = [.. known.Keys.Where(IsRetired).Select(name => Prefix + name)];
        if (names.Length + old.Length == 0)
        {
            return;
        }

        await committer.CommitAsync(
            async unit =>
            {
                await unit.Db.Settings.Where(row => old.Contains(row.Name)).ExecuteDeleteAsync();
                foreach (var name in names)
                {
                    if (!await unit.Db.Settings.AnyAsync(row => row.Name == Prefix + name) && FindKey(name) is { } key)
                    {
                        unit.Db.Settings.Add(new SettingRow { Name = Prefix + name, Value = Convert.ToBase64String(Envelope.Seal(key, 0, Word, Context(name))) });
                    }
                }
            },
            ct);
    }

    private byte[]? FindKey(string name) => (name == OfFile ? keys.FindProof() : files.TryRead(name)) is { } key ? MasterKey.Derive(key, "help-proof") : null;

    private bool IsRetired(string name) => name.StartsWith(HelpKeys.Prefix, StringComparison.Ordinal)
        && int.TryParse(name.AsSpan(HelpKeys.Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && keys.IsRetired(number);

    private static string FileOf(string name) => name == OfFile ? HelpKeys.FileName : name + ".key";

    private static string Context(string name) => $"settings.value.{Prefix}{name}";
}
