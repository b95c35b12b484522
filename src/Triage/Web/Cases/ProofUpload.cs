using Kentongan.Domain.Reports;
using Kentongan.Triage.Evidence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Kentongan.Triage.Web.Cases;

/// <summary>What became of the files of a form: all of them are kept, or none.</summary>
/// <param name="Why">Why one of them was refused; null where none was.</param>
public sealed record ProofTaken(IReadOnlyList<EvidenceRef> Kept, CleaningRefusal? Why);

/// <summary>
/// Takes the pictures and documents that come with a resolution (policy 2): cleaned and encrypted like what comes by Telegram. Until it is
/// clean a file lives in memory alone (threat-model 4, row 8).
/// </summary>
internal sealed class ProofUpload(EvidenceCleaner cleaner, EvidenceStore store, IOptions<EvidenceOptions> options)
{
    /// <summary>Name of the field.</summary>
    public const string Field = "bukti";

    public const int Most = 5;

    /// <summary>The words and the seams of the form.</summary>
    private const long Beside = 256 * 1024;

    /// <summary>What is read and thrown away so that the browser comes to read the answer.</summary>
    private const long MostThrownAway = 128 * 1024 * 1024;

    /// <summary>All files of a form together.</summary>
    public long MostBytes => options.Value.MaxBytes;

    /// <summary>Lets an address take a form with files, which larger than memory never touches a disk: it is refused.</summary>
    public void Allow(IEndpointConventionBuilder form)
    {
        var whole = MostBytes + Beside;
        form.WithFormOptions(memoryBufferThreshold: (int)whole, multipartBodyLengthLimit: whole, bufferBodyLengthLimit: whole)
            .WithMetadata(new RequestSizeLimitAttribute(whole));
    }

    public async Task<ProofTaken> TakeAsync(IReadOnlyList<IFormFile> files, CancellationToken ct)
    {
        if (files.Count > Most || files.Sum(file => file.Length) > MostBytes)
        {
            return new ProofTaken([], CleaningRefusal.TooLarge);
        }

        var clean = new List<CleaningResult.Cleaned>();
        foreach (var file in files)
        {
            await using var original = file.OpenReadStream();
            switch (await cleaner.CleanAsync(original, ct))
            {
                case CleaningResult.Cleaned cleaned:
                    clean.Add(cleaned);
                    break;
                case CleaningResult.Refused(var why):
                    return new ProofTaken([], why);
            }
        }

        var kept = new List<EvidenceRef>();
        foreach (var cleaned in clean)
        {
            kept.Add(await store.KeepAsync(cleaned, ct));
        }

        return new ProofTaken(kept, null);
    }

    /// <summary>Files, not the empty field that a browser sends where none was chosen.</summary>
    public static IReadOnlyList<IFormFile> In(IFormCollection form) => [.. form.Files.GetFiles(Field).Where(file => file.Length > 0)];

    /// <summary>Before anything reads the form: what is too large is said so, on the page it came from.</summary>
    public static async Task RefuseLargeAsync(HttpContext http, RequestDelegate next)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>() is not { MaxRequestBodySize: { } most } || !(http.Request.ContentLength > most))
        {
            await next(http);
            return;
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MostThrownAway;
        }

        if (http.Request.ContentLength <= MostThrownAway)
        {
            await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
        }

        http.Response.Redirect($"{http.Request.Path}?{TooLarge}");
    }

    /// <summary>Part of an address: the form that was sent was too large.</summary>
    public const string TooLarge = "terlalu-besar";
}
