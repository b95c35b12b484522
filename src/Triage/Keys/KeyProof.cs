using System.Globalization;
using System.Text;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Keys;

/// <summary>
/// Proves at start that the keys are the ones the data was sealed with: losing or mixing them up must not start empty (design 9). A
/// known word, sealed with each key, lies in the settings.
/// </summary>
public sealed class KeyProof(KeyFiles files, MasterKey master, ReportKeys reports, Committer committer, IDbContextFactory<TriageDb> contexts)
{
    private const string Prefix = "key-proof-";
    private const string OfReports = "report-keys";
    private const int Newest = 200;

    private static readonly byte[] Word = Encoding.UTF8.GetBytes("kentongan");

    /// <exception cref="StartRefusedException">There is data, but not its key.</exception>
    public async Task CheckAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var proofs = await db.Settings.AsNoTracking().Where(row => row.Name.StartsWith(Prefix)).ToDictionaryAsync(row => row.Name[Prefix.Length..], row => row.Value, ct);
        foreach (var (name, value) in proofs.Where(proof => !IsRetired(proof.Key)).OrderBy(proof => proof.Key == OfReports))
        {
            Check(name, Convert.FromBase64String(value));
        }

        if (reports.Exists)
        {
            CheckUses();
        }

        await CheckReportsAsync(db, ct);
        await KeepAsync(proofs, ct);
    }

    private void Check(string name, byte[] proof)
    {
        var key = FindKey(name);
        if (key is null && !File.Exists(Path.Combine(files.Directory, FileOf(name))))
        {
            throw new StartRefusedException(
                $"The key file '{FileOf(name)}' is missing from Keys:Directory '{files.Directory}', and data is sealed with it. Put it back; starting without it would lose every report.");
        }

        if (key is null || Envelope.Open(key, proof, Context(name)) is null)
        {
            throw new StartRefusedException(
                $"The keys in Keys:Directory are not the ones this data was sealed with ('{FileOf(name)}' is another). Put back the right key directory; starting with another would lose every report.");
        }
    }

    private void CheckUses()
    {
        var uses = reports.Uses(); // before the directory: a key that is made meanwhile is no missing one
        var there = master.Numbers;
        if (uses.Keys.FirstOrDefault(number => !there.Contains(number)) is var missing and not 0)
        {
            throw new StartRefusedException(
                $"The key file '{FileOf(MasterKey.NameOf(missing))}' is missing from Keys:Directory '{files.Directory}', and reports are sealed with it. Put it back; starting without it would lose them.");
        }
    }

    /// <summary>An old copy of the file of keys fits the data and still lacks the keys of the newest reports.</summary>
    private async Task CheckReportsAsync(TriageDb db, CancellationToken ct)
    {
        var newest = await db.Reports.AsNoTracking()
            .Where(report => db.Contents.Any(content => content.Report == report.Id))
            .OrderByDescending(report => report.ReceivedAt)
            .Select(report => report.Id)
            .Take(Newest)
            .ToListAsync(ct);
        if (newest.Count > 0 && (!reports.Exists || newest.Exists(report => !reports.Knows(report))))
        {
            throw new StartRefusedException(
                $"'{ReportKeys.FileName}' in Keys:Directory '{files.Directory}' lacks keys of the newest reports. Put back its newest copy; starting with an old one would lose those reports.");
        }
    }

    /// <summary>Proofs of keys that are new, none of keys that were retired.</summary>
    private async Task KeepAsync(IReadOnlyDictionary<string, string> known, CancellationToken ct)
    {
        var active = MasterKey.NameOf(master.Active);
        master.Derive(""); // makes the key at the first start
        reports.MakeProof();
        string[] names = [.. master.Numbers.Select(MasterKey.NameOf).Append(active).Append(MasterKey.DerivedName).Append(OfReports).Distinct().Where(name => !known.ContainsKey(name))];
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

    private byte[]? FindKey(string name) => (name == OfReports ? reports.FindProof() : files.TryRead(name)) is { } key
        ? MasterKey.Derive(key, "proof")
        : null;

    private bool IsRetired(string name) => name.StartsWith(MasterKey.Prefix, StringComparison.Ordinal)
        && int.TryParse(name.AsSpan(MasterKey.Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && master.IsRetired(number);

    private static string FileOf(string name) => name == OfReports ? ReportKeys.FileName : name + ".key";

    private static string Context(string name) => $"settings.value.{Prefix}{name}";
}
