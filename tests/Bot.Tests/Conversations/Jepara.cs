using Kentongan.Bot.Conversations;
using Kentongan.Bot.Conversations.Intake;
using Kentongan.Domain.Help;
using Kentongan.Domain.Places;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Help;
using Kentongan.Triage.Regions;
using Kentongan.Triage.Reports;

namespace Kentongan.Bot.Tests.Conversations;

/// <summary>The shipped programmes and Kabupaten Jepara, with people and reports that exist nowhere.</summary>
internal static class Jepara
{
    public static readonly TimeZoneInfo Wib = TimeZoneInfo.CreateCustomTimeZone("WIB", TimeSpan.FromHours(7), null, null);

    public static readonly DateTimeOffset Noon = new(2026, 2, 20, 5, 0, 0, TimeSpan.Zero);

    public static readonly Coordinates InMlonggo = new(-6.54, 110.7);

    public static readonly Coordinates InKeling = new(-6.51, 110.9);

    public static readonly Coordinates InSemarang = new(-6.99, 110.42);

    private static readonly Lazy<ConversationContext> Loaded = new(Load);

    public static ConversationContext Context => Loaded.Value;

    /// <summary>Always the same receipt for the same number.</summary>
    public static Receipt Receipt(int number = 1)
    {
        var key = new byte[16];
        key[0] = (byte)number;
        return Domain.Reports.Receipt.FromToken(System.Buffers.Text.Base64Url.EncodeToString(key))!;
    }

    /// <summary>Always the same help receipt for the same number.</summary>
    public static HelpReceipt HelpReceipt(int number = 1) => Domain.Help.HelpReceipt.FromToken(Receipt(number).Token)!;

    public static HelpView Talk(
        HelpStatus status = HelpStatus.Taken, bool answered = true, bool followed = false, IReadOnlyList<HelpWord>? words = null) => new(
            new HelpId(Guid.Empty), status, answered, words ?? [new HelpWord(false, false, "Saya mau berhenti."), new HelpWord(true, false, "Sejak kapan?")], followed);

    public static EvidenceRef Photo(int number = 1) =>
        new(new Domain.EvidenceId(new Guid(number, 0, 0, new byte[8])), "photo", "image/jpeg", "jpg", [1, 2, 3]);

    public static ReporterView View(
        ReportStatus status = ReportStatus.Accepted,
        ResidentWord word = ResidentWord.Ditangani,
        ReportOutcome? outcome = null,
        bool open = true,
        bool canReopen = false,
        bool canWithdraw = true,
        string? question = null,
        string? result = null,
        bool followed = false) => new(
            new Domain.ReportId(Guid.Empty),
            "miras.penjualan",
            word,
            outcome,
            status,
            open,
            canReopen,
            canWithdraw,
            [(ReportAction.Offer, Noon), (ReportAction.Accept, Noon)],
            question is null ? [] : [(true, true, question)],
            result,
            followed);

    private static ConversationContext Load()
    {
        var kabupaten = RegionFiles.Load(Path.Combine(AppContext.BaseDirectory, "regions"), "33.20");
        var programmes = ProgrammeFiles.Load(Path.Combine(AppContext.BaseDirectory, "programmes"));
        return new ConversationContext(new IntakeContext(programmes, new RegionIndex(kabupaten, null), kabupaten), Wib)
        {
            HelpIsAttended = true,
            Help = RegionFiles.LoadHelp(Path.Combine(AppContext.BaseDirectory, "regions"), "33.20"),
        };
    }
}
