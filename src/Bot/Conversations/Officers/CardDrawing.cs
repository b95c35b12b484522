using System.Globalization;
using System.Text;
using Kentongan.Bot.Conversations.Phrases;
using Kentongan.Domain.Deadlines;
using Kentongan.Domain.Programmes;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Routing;
using Kentongan.Triage.Reports;
using static Kentongan.Bot.Conversations.Phrases.Html;

namespace Kentongan.Bot.Conversations.Officers;

/// <summary>A message as it is to stand in an officer's chat: Telegram HTML and rows of (label, data).</summary>
public sealed record Drawn(string Html, IReadOnlyList<IReadOnlyList<(string Label, string Data)>> Buttons)
{
    /// <summary>What it says but for the age, which alone is no reason to change a message that stands.</summary>
    public string Lasting { get; init; } = Html;
}

/// <summary>Draws an officer's card: the first line says what matters, the buttons what can be done now. Pure.</summary>
public sealed class CardDrawing(LocalTime local, CardTokens tokens, CardManner manner)
{
    private const int LongestStory = 2_200, LongestMessage = 300, LongestResolution = 500;

    /// <summary>Telegram takes 4,096 characters; the head of a card needs some of them.</summary>
    private const int LongestContent = 3_500;

    public Drawn Draw(CardView view, DateTimeOffset now) => manner.NoticeOnly
        ? Write(view with { Story = null, Pin = null, Evidence = [], Conversation = [], DesaName = null, VictimsAt = null, Cluster = view.Cluster with { Told = null } }, OfficerWords.NoticeKind, now)
        : Write(view, view.Subcategory.Label.Id, now);

    private Drawn Write(CardView view, string kind, DateTimeOffset now)
    {
        var text = new StringBuilder();
        text.Append(OfficerWords.Mark(view.Report.Priority)).Append(" <b>").Append(OfficerWords.NameOf(view.Report.Priority)).Append("</b> · ")
            .Append(Escape(kind)).Append(" · ").Append(PlaceOf(view)).Append(" · ");
        var (age, at) = (AgeOf(view, now), text.Length);
        text.Append(age).Append('\n');
        text.Append("Kasus <code>").Append(view.Report.CaseNumber).Append("</code>").Append(manner.NoticeOnly ? "" : " · " + OfficerWords.When(view.Report.Happening)).Append('\n');
        text.Append(StateLine(view)).Append('\n');
        AppendElection(text, view, now);
        ClusterDrawing.Append(text, view, local);
        AppendContent(text, view);
        var html = text.ToString().TrimEnd();
        return new Drawn(html, view.Withdrawn ? [] : [.. Buttons(view), .. ClusterDrawing.Rows(view).Select(row => row.Select(action => Button(view, action)).ToList())])
        {
            Lasting = html.Remove(at, age.Length),
        };
    }

    private void AppendElection(StringBuilder text, CardView view, DateTimeOffset now)
    {
        if (!view.Withdrawn && view.Report is { IsOpen: true, Regime: { } regime })
        {
            text.Append(DutyWords.RegimeOf(regime)).Append(view.Report.LegalDueAt is null ? "\n" : " · ");
        }

        if (!view.Withdrawn && view.Report is { IsOpen: true, LegalDueAt: { } due })
        {
            text.Append(DutyWords.LegalLine(local.At(due), local.DateOf(due).DayNumber - local.DateOf(now).DayNumber)).Append('\n');
        }
    }

    private void AppendContent(StringBuilder text, CardView view)
    {
        if (view.Withdrawn)
        {
            return;
        }

        if (view.ScreeningReason is { } reason && view.Part == Part.Screener)
        {
            text.Append("\n<b>Perlu keputusan Anda:</b> ").Append(OfficerWords.ScreeningReason(reason)).Append('\n');
        }

        if (view.Report.Status is ReportStatus.Closed or ReportStatus.Merged)
        {
            AppendResolution(text, view); // nothing of what the resident told stays on a phone (threat-model 4, row 11)
            return;
        }

        if (manner.NoticeOnly || view.Tier != AudienceTier.Full)
        {
            text.Append("\n<i>").Append(manner.NoticeOnly ? OfficerWords.ContentElsewhere : OfficerWords.TierNote(view.Tier)).Append("</i>\n");
            AppendResolution(text, view);
            return;
        }

        if (view.Story is null)
        {
            text.Append("\n<i>Isi laporan sudah dihapus.</i>\n");
            return;
        }

        var messages = view.Conversation.Select(message => (message.FromOfficer, Text: Cut(message.Text, LongestMessage))).ToList();
        var rest = messages.Sum(message => message.Text.Length + 10) + view.Notes.Sum(note => Math.Min(note.Length, LongestMessage) + 10) + Math.Min(view.Resolution?.Length ?? 0, LongestResolution);
        var story = Cut(string.Join('\n', view.Story), Math.Min(LongestStory, LongestContent - rest));
        text.Append(story.Length == 0
            ? "\n<i>Pelapor tidak menulis cerita.</i>\n"
            : $"\n<blockquote>{Escape(story)}</blockquote>\n");
        if (view.Pin is { } pin)
        {
            text.Append(CultureInfo.InvariantCulture, $"📍 {pin.Latitude:F5}, {pin.Longitude:F5}\n");
        }

        foreach (var note in view.Notes)
        {
            text.Append("\n<b>Catatan:</b> ").Append(Escape(Cut(note, LongestMessage)));
        }

        foreach (var (fromOfficer, words) in messages)
        {
            text.Append(fromOfficer ? "\n<b>Petugas:</b> " : "\n<b>Pelapor:</b> ").Append(Escape(words));
        }

        AppendResolution(text, view);
    }

    private static void AppendResolution(StringBuilder text, CardView view)
    {
        if (view.Resolution is { } resolution)
        {
            text.Append("\n<b>Hasil:</b> ").Append(Escape(Cut(resolution, LongestResolution)));
        }
    }

    private string StateLine(CardView view) => view switch
    {
        { Withdrawn: true, Report.Status: ReportStatus.Offered or ReportStatus.Screening } => "↪️ Sudah dialihkan. Tidak ada yang perlu Anda kerjakan.",
        { Withdrawn: true } => "↪️ Sudah ditangani pihak lain.",
        { Report.Lead: not null, Report.Status: ReportStatus.Accepted } => $"✅ Diterima {Seat(view)} — {Escape(AcceptedAt(view))}",
        { Report.Status: ReportStatus.InProgress } => $"🛠 Ditangani {Seat(view)} — diterima {Escape(AcceptedAt(view))}",
        { Report.Status: ReportStatus.Waiting } => $"⏸ Ditunda oleh {Seat(view)}",
        { Report.Status: ReportStatus.ResolutionProposed } => $"🏁 {Seat(view)} mengusulkan selesai: {OfficerWords.OutcomeOf(view.Report.Outcome)}. {(Verifies(view) ? "Mohon diperiksa." : "Menunggu pemeriksaan.")}",
        { Report.Status: ReportStatus.Closed } => $"☑️ Ditutup: {OfficerWords.OutcomeOf(view.Report.Outcome)}",
        { Report.Status: ReportStatus.Merged } => "🔗 Digabung dengan laporan lain",
        { Report.Status: ReportStatus.Screening } => "🔎 Menunggu keputusan koordinator",
        { Report.Status: ReportStatus.Quarantined } => "🧊 Dikarantina",
        { Report.Status: ReportStatus.Referred } => $"📤 Dirujuk ke {Escape(view.ReferredTo ?? "lembaga lain")}{(view.Report.HasReferralReceipt ? ", tanda terima ada" : "")}",
        _ => $"⏳ Belum ada yang menerima{(view.Report.EscalationLevel > 0 ? $" · eskalasi tingkat {view.Report.EscalationLevel}" : "")}",
    };

    private IEnumerable<IReadOnlyList<(string, string)>> Buttons(CardView view) => view.Report.Status switch
    {
        ReportStatus.Screening when view.Part == Part.Screener =>
        [
            [Button(view, CardAction.ScreenOffer)],
            [Button(view, CardAction.ScreenDismiss), Button(view, CardAction.ScreenQuarantine)],
            [Button(view, CardAction.Refer)],
            .. EvidenceRow(view),
        ],
        ReportStatus.Offered when view.Part is Part.Lead or Part.Support or Part.Screener =>
        [
            [Button(view, CardAction.Accept)],
            view.Part == Part.Screener
                ? [Button(view, CardAction.ScreenOffer), Button(view, CardAction.Refer)]
                : [Button(view, CardAction.WrongArea), Button(view, CardAction.Decline)],
            .. EvidenceRow(view),
        ],
        ReportStatus.Accepted or ReportStatus.InProgress or ReportStatus.Waiting or ReportStatus.Referred when view.IsLead => LeadButtons(view),
        ReportStatus.Accepted or ReportStatus.InProgress or ReportStatus.Waiting or ReportStatus.Referred => Others(view),
        ReportStatus.ResolutionProposed when Verifies(view) =>
            [[Button(view, CardAction.Verify), Button(view, CardAction.SendBack)], .. ProofRow(view), .. EvidenceRow(view)],
        ReportStatus.Closed or ReportStatus.Merged => [],
        _ => EvidenceRow(view),
    };

    private IEnumerable<IReadOnlyList<(string, string)>> LeadButtons(CardView view) =>
    [
        view.Report.Status switch
        {
            ReportStatus.Accepted => [Button(view, CardAction.OnSite), Button(view, CardAction.Ask)],
            ReportStatus.Waiting => [Button(view, CardAction.Resume), Button(view, CardAction.Ask)],
            _ => [Button(view, CardAction.Ask)],
        },
        [Button(view, CardAction.Note), Button(view, CardAction.StillWorking)],
        .. view.Report.Status == ReportStatus.Referred ? [] // another body acts: nothing to put off or to hand over
            : view.Report.Priority == Priority.P0 || view.Report.Status == ReportStatus.Waiting
                ? new[] { new[] { Button(view, CardAction.HandOver) } }
                : [[Button(view, CardAction.Postpone), Button(view, CardAction.HandOver)]],
        .. view.Report is { Status: ReportStatus.Referred, HasReferralReceipt: false } ? new[] { new[] { Button(view, CardAction.Receipt) } } : [],
        [Button(view, CardAction.Refer), Button(view, CardAction.Resolve)],
        .. EvidenceRow(view),
    ];

    private IEnumerable<IReadOnlyList<(string, string)>> Others(CardView view) =>
    [
        .. view.Report.HandOverTo == view.Officer ? new[] { new[] { Button(view, CardAction.AcceptHandOver) } } : [],
        .. view.Part == Part.Lead && view.Seat != view.Report.LeadSeat && view.Report.Status != ReportStatus.Referred ? new[] { new[] { Button(view, CardAction.TakeOver) } } : [],
        .. view.Part == Part.Screener ? new (string, string)[][] { [Button(view, CardAction.Refer), .. Receipt(view)] } : [],
        .. EvidenceRow(view),
    ];

    private (string, string)[] Receipt(CardView view) =>
        view.Report is { Status: ReportStatus.Referred, HasReferralReceipt: false } ? [Button(view, CardAction.Receipt)] : [];

    private IReadOnlyList<(string, string)>[] ProofRow(CardView view) =>
        view.Proof.Count == 0 ? [] : [[(DutyWords.ProofButton(view.Proof.Count), Token(view, CardAction.Proof, 0))]];

    private IReadOnlyList<(string, string)>[] EvidenceRow(CardView view) => view.Evidence.Count == 0
        ? []
        : [[(OfficerWords.EvidenceButton(view.Evidence.Count), Token(view, CardAction.Evidence, 0))]];

    private (string, string) Button(CardView view, CardAction action) => (OfficerWords.Label(action), Token(view, action, 0));

    private string Token(CardView view, CardAction action, int argument) => tokens.Seal(view.Officer, new CardTap(view.Card, action, argument));

    private static bool Verifies(CardView view) => !view.IsLead && view.Part is not Part.Copy;

    private static string PlaceOf(CardView view) => Escape((view.DesaName, view.KecamatanName) switch
    {
        ({ } desa, { } kecamatan) => $"{desa}, {kecamatan}",
        (null, { } kecamatan) => $"Kec. {kecamatan}",
        _ => "lokasi belum pasti",
    });

    /// <summary>Minutes only where somebody may be in danger; else a part of the day, so that the time does not point at the sender (threat-model 4, row 13).</summary>
    private string AgeOf(CardView view, DateTimeOffset now) => local.TellsMinute(view.Report.Priority)
        ? OfficerWords.Ago(now - view.Report.ReceivedAt)
        : OfficerWords.PartOfDay(local.At(view.Report.ReceivedAt), local.DateOf(now));

    /// <summary>From the offer, never from the report: the card itself shows when it came, and the report may have come earlier.</summary>
    private string AcceptedAt(CardView view)
    {
        var at = view.Report.AcceptedAt ?? view.Report.ReceivedAt;
        return $"{local.At(at):HH.mm}, {OfficerWords.Within(at - (view.Report.OfferedAt ?? view.Report.ReceivedAt))}";
    }

    private static string Seat(CardView view) => OfficerWords.SeatOf(view.Report.LeadSeat ?? "");

    /// <summary>Never through the middle of a character.</summary>
    private static string Cut(string text, int longest) => text.Length <= longest
        ? text
        : text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)] + "…";
}
