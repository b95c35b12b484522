using System.Security.Cryptography;
using Kentongan.Domain;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Keys;
using Kentongan.Triage.Store;
using Microsoft.Extensions.Options;

namespace Kentongan.Triage.Evidence;

/// <summary>
/// Keeps cleaned evidence encrypted, each piece with a key of its own, in files with random names (threat-model 4, row 7). The key
/// goes into the sealed draft and later into the sealed report, so that shredding the report shreds its evidence.
/// </summary>
public sealed class EvidenceStore(IOptions<DataOptions> data, Committer committer, Randomness random)
{
    private string Folder => Path.Combine(data.Value.Directory, "evidence");

    public async Task<EvidenceRef> KeepAsync(CleaningResult.Cleaned cleaned, CancellationToken ct)
    {
        var id = new EvidenceId(random.Id());
        var key = RandomNumberGenerator.GetBytes(32);
        await committer.CommitAsync(
            unit =>
            {
                unit.Db.Evidence.Add(new EvidenceRow { Id = id, StoredAt = unit.Now });
                return Task.CompletedTask;
            },
            ct); // first, so that what a crash leaves behind is known to the sweep
        Directory.CreateDirectory(Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        await File.WriteAllBytesAsync(PathOf(id), Envelope.Seal(key, 0, cleaned.Content, Context(id)), ct);
        return new EvidenceRef(id, cleaned.Kind.ToString(), cleaned.MediaType, cleaned.Extension, key);
    }

    /// <returns>Null where the file is gone or was changed.</returns>
    public async Task<byte[]?> ReadAsync(EvidenceRef evidence, CancellationToken ct) => File.Exists(PathOf(evidence.Id))
        ? Envelope.Open(evidence.Key, await File.ReadAllBytesAsync(PathOf(evidence.Id), ct), Context(evidence.Id))
        : null;

    /// <summary>Deletes a piece; one that is gone already is no failure.</summary>
    public void Delete(EvidenceId id)
    {
        if (File.Exists(PathOf(id)))
        {
            File.Delete(PathOf(id));
        }
    }

    private static string Context(EvidenceId id) => $"evidence.{id.Value:N}";

    private string PathOf(EvidenceId id) => Path.Combine(Folder, id.Value.ToString("N"));
}
