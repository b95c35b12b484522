using Kentongan.Bot.Conversations.Officers;
using Kentongan.Domain.Help;
using Kentongan.Domain.Places;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Help;
using static Kentongan.Bot.Conversations.Phrases.Html;

namespace Kentongan.Bot.Conversations.Help;

/// <summary>Draws a counsellor's card. Before somebody has it, it tells urgency and age band; the story only unfolds for who has it (policy 5.7).</summary>
internal sealed class HelpCardDrawing(CardTokens tokens, Jurisdiction jurisdiction)
{
    public (string Html, IReadOnlyList<IReadOnlyList<ReplyButton>> Buttons) Draw(HelpCardView view) => view switch
    {
        { Status: null } => ("🤝 Percakapan ini sudah dihapus.", []),
        { Status: HelpStatus.Closed } => ("🤝 Percakapan ini sudah selesai.", []),
        { Status: HelpStatus.Waiting } => (
            $"🤝 <b>Ada permintaan bantuan baru</b>\nMendesak: {CounsellorWords.UrgencyOf(view.Need?.Urgency)}\nUsia: {Escape(CounsellorWords.OptionOf(view.Need?.Age))}{Call(view)}",
            [[Button(view, CardAction.HelpTake)]]),
        { Mine: true } => (Mine(view), [.. Buttons(view).Where(row => row.Count > 0)]),
        _ => ("🤝 Sudah ditangani konselor lain. Terima kasih.", []),
    };

    private string Mine(HelpCardView view)
    {
        var need = view.Need!;
        var head = $"""
            🤝 <b>Percakapan Anda</b> · {(view.Answered ? "sudah dijawab" : "belum dijawab")}
            Mendesak: {CounsellorWords.UrgencyOf(need.Urgency)}
            Untuk: {Escape(CounsellorWords.OptionOf(need.For))} · usia: {Escape(CounsellorWords.OptionOf(need.Age))}
            Soal: {Escape(CounsellorWords.OptionOf(need.Substance))}
            Kecamatan: {Escape(NameOf(need.Kecamatan))}{Call(view)}
            """;
        var child = need.Age == AgeBand.Under18
            ? "\n\nDi bawah 18: lapor diri ke Puskesmas atau IPWL melindungi anak (UU 35/2009 Pasal 55 dan 128). Pertimbangkan UPTD PPA."
            : "";
        return head + child + (view.Page is { } page ? "\n\n" + Read(HelpPage.Of(view.Words, page)) : "");
    }

    private static string Read(HelpPage page) => page.Words.Count == 0
        ? "<i>Belum ada tulisan.</i>"
        : string.Join("\n\n", page.Words.Select(word => $"<b>{(word.IsReferral ? "Rujukan" : word.FromCounsellor ? "Anda" : "Warga")}:</b> {Escape(word.Text)}"));

    private IEnumerable<IReadOnlyList<ReplyButton>> Buttons(HelpCardView view)
    {
        if (view.Page is { } number)
        {
            var page = HelpPage.Of(view.Words, number);
            yield return
            [
                .. page.HasOlder ? [Button(view, CardAction.HelpRead, page.Number + 1, "‹ Lebih lama")] : Array.Empty<ReplyButton>(),
                .. page.Number > 0 ? [Button(view, CardAction.HelpRead, page.Number - 1, "Lebih baru ›")] : Array.Empty<ReplyButton>(),
            ];
        }

        yield return [view.Page is null ? Button(view, CardAction.HelpRead) : Button(view, CardAction.HelpFold), Button(view, CardAction.HelpAnswer)];
        yield return [Button(view, CardAction.HelpRefer), Button(view, CardAction.HelpClose), Button(view, CardAction.HelpRelease)];
    }

    private ReplyButton Button(HelpCardView view, CardAction action, int argument = 0, string? label = null) =>
        new(label ?? CounsellorWords.Label(action), tokens.Seal(view.Counsellor, new CardTap(view.Card, action, argument)));

    private string NameOf(KecamatanCode? kecamatan) => kecamatan is { } code && jurisdiction.Regions.Find(code) is { } found ? found.Name : "tidak disebut";

    private static string Call(HelpCardView view) => view.Need?.Urgency == HelpUrgency.Danger ? "\n⚠️ Warga sudah diminta menelepon 119. Mohon segera." : "";
}
