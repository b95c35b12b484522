using Kentongan.Triage.Configuration;
using Microsoft.Extensions.Options;

namespace Kentongan.Bot.Conversations.Officers;

/// <summary>How much a card says to a phone: the wish of the kabupaten (threat-model 4, row 11).</summary>
/// <param name="NoticeOnly">That there is a report and how urgent, in which kecamatan and what is to be done; nothing of what it tells.</param>
public sealed record CardManner(bool NoticeOnly)
{
    public static CardManner Usual { get; } = Of(new PrivacyOptions());

    internal static CardManner From(IServiceProvider services) => Of(services.GetRequiredService<IOptions<PrivacyOptions>>().Value);

    private static CardManner Of(PrivacyOptions options) => new(options.NoticeOnly);
}
