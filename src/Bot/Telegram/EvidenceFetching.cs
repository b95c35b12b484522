using Kentongan.Bot.Conversations;
using Kentongan.Triage.Evidence;
using Microsoft.Extensions.Options;
using Telegram.Bot;

namespace Kentongan.Bot.Telegram;

/// <summary>Downloads a file, cleans it, and keeps only the clean and encrypted copy.</summary>
internal sealed class EvidenceFetching(ITelegramBotClient telegram, EvidenceCleaner cleaner, EvidenceStore store, IOptions<EvidenceOptions> options)
{
    /// <exception cref="global::Telegram.Bot.Exceptions.RequestException">Telegram could not be reached; the update is tried again.</exception>
    public async Task<ChatInput> FetchAsync(IncomingBody.File file, CancellationToken ct)
    {
        if (file.Size > options.Value.MaxBytes)
        {
            return new ChatInput.EvidenceRefused(CleaningRefusal.TooLarge, file.Caption);
        }

        using var original = new MemoryStream();
        try
        {
            await telegram.GetInfoAndDownloadFile(file.FileId, original, ct);
        }
        catch (global::Telegram.Bot.Exceptions.ApiRequestException refused) when (refused.ErrorCode == 400)
        {
            return new ChatInput.EvidenceRefused(CleaningRefusal.TooLarge, file.Caption); // "file is too big", or gone: asking again changes nothing
        }

        original.Position = 0;
        return await cleaner.CleanAsync(original, ct) switch
        {
            CleaningResult.Cleaned cleaned => new ChatInput.Evidence(await store.KeepAsync(cleaned, ct), file.Caption, file.Album),
            CleaningResult.Refused(var why) => new ChatInput.EvidenceRefused(why, file.Caption),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
