using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kentongan.Domain;
using Kentongan.Domain.Help;
using Kentongan.Triage.Keys;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Help;

/// <summary>Something that was said in a help conversation.</summary>
public sealed record HelpWord(bool FromCounsellor, bool IsReferral, string Text);

/// <summary>Seals and opens what was said to a counsellor, with the key of that conversation (policy 5.7).</summary>
public sealed class HelpVault(HelpKeys keys, Randomness random)
{
    private const int Block = 512;

    /// <returns>Null once the request is erased: nothing can be added to it any more.</returns>
    internal HelpWordRow? Seal(HelpId request, HelpWordKind kind, string text, DateTimeOffset at, int sequence = 0) =>
        keys.Find(request) is { } key ? Row(key, request, kind, Encoding.UTF8.GetBytes(text), at, sequence) : null;

    /// <summary>The first words of a new request, under a new key.</summary>
    internal IEnumerable<HelpWordRow> SealNew(HelpId request, HelpNeed need, IReadOnlyList<string> words, DateTimeOffset at)
    {
        var key = keys.Make(request);
        yield return Row(key, request, HelpWordKind.Need, JsonSerializer.SerializeToUtf8Bytes(need, HelpJson.Default.HelpNeed), at, 0);
        foreach (var (word, index) in words.Select((word, index) => (word, index)))
        {
            yield return Row(key, request, HelpWordKind.Resident, Encoding.UTF8.GetBytes(word), at, index + 1);
        }
    }

    /// <returns>Null once the request is erased.</returns>
    public async Task<HelpNeed?> NeedAsync(TriageDb db, HelpId request, CancellationToken ct) =>
        await db.Set<HelpWordRow>().AsNoTracking().FirstOrDefaultAsync(row => row.Request == request && row.Kind == HelpWordKind.Need, ct) is { } row
            && keys.Find(request) is { } key && Open(key, row) is { } json
            ? JsonSerializer.Deserialize(json, HelpJson.Default.HelpNeed)
            : null;

    /// <summary>What was said, oldest first; nothing once the request is erased.</summary>
    public async Task<IReadOnlyList<HelpWord>> WordsAsync(TriageDb db, HelpId request, CancellationToken ct)
    {
        if (keys.Find(request) is not { } key)
        {
            return [];
        }

        var rows = await db.Set<HelpWordRow>().AsNoTracking()
            .Where(row => row.Request == request && row.Kind != HelpWordKind.Need)
            .OrderBy(row => row.At).ThenBy(row => row.Sequence)
            .ToListAsync(ct);
        return [.. rows
            .Select(row => Open(key, row) is { } text
                ? new HelpWord(row.Kind != HelpWordKind.Resident, row.Kind == HelpWordKind.Referral, Encoding.UTF8.GetString(text).TrimEnd(' '))
                : null)
            .OfType<HelpWord>()];
    }

    private static byte[]? Open(byte[] key, HelpWordRow row) => Envelope.Open(key, row.SealedText, Context(row.Request, row.Id, row.Kind));

    private static string Context(HelpId request, Guid word, HelpWordKind kind) => $"help_messages.{kind}.{request.Value:N}.{word:N}";

    private HelpWordRow Row(byte[] key, HelpId request, HelpWordKind kind, byte[] text, DateTimeOffset at, int sequence)
    {
        var id = random.Id();
        return new HelpWordRow
        {
            Id = id,
            Request = request,
            Kind = kind,
            At = HelpTimers.Kept(at),
            Sequence = sequence,
            SealedText = Envelope.Seal(key, 0, Envelope.Padded(text, Block), Context(request, id, kind)),
        };
    }
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(HelpNeed))]
internal sealed partial class HelpJson : JsonSerializerContext;
