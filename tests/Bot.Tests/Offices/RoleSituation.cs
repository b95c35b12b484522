using Kentongan.Bot.Conversations.Help;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Deadlines;
using Kentongan.Triage.Jobs;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Bot.Tests.Offices;

/// <summary>What has happened when the questions of <see cref="RoleMatrixTests"/> are put: a report in a desa of Kedung, and what was done with it.</summary>
/// <param name="Then">What else has happened by then.</param>
internal sealed record RoleSituation(
    string Name, string Kind = "miras.produksi", AccusedOffice Accused = AccusedOffice.None, bool Nowhere = false, RoleSituation.Step[]? Steps = null, Func<Office, Task>? Then = null)
{
    private const string Told = "Sudah didatangi bersama, didata, dan diperingatkan semuanya.";

    public static readonly RoleSituation[] All =
    [
        new("offered"),
        new("accepted by the kapolsek", Steps: [new("kapolsek", "✅ Terima")]),
        new("accepted by the camat", Steps: [new("camat", "✅ Terima")]),
        new("accepted by the kapolsek and offered to the camat", Steps: [new("kapolsek", "✅ Terima"), new("kapolsek", "↪️ Limpahkan"), new("kapolsek", "Ke Camat")]),
        new("waiting", Steps: [new("kapolsek", "✅ Terima"), new("kapolsek", "⏸ Tunda"), new("kapolsek", "6 jam")]),
        new("resolution proposed by the kapolsek", Kind: "trantibum.tawuran", Steps: [new("kapolsek", "✅ Terima"), new("kapolsek", "🏁 Usulkan selesai"), new("kapolsek", "ditindak", Told)]),
        new("referred to Bawaslu", Steps: [new("kapolsek", "✅ Terima"), new("kapolsek", "📤 Rujuk"), new("kapolsek", "Bawaslu"), new("kapolsek", "Jawaban dalam 7 hari")]),
        new("an emergency", Kind: "miras.korban_oplosan"),
        new("without a place", Nowhere: true),
        new("about the polsek, at the desk", Accused: AccusedOffice.Polsek),
        new("about the kabupaten, at the desk", Accused: AccusedOffice.Kabupaten),
        new("about the kabupaten, offered by the auditor", Accused: AccusedOffice.Kabupaten, Steps: [new("auditor", "📨 Teruskan")]),
        new("two that tell the same, one accepted", Steps: [new("kapolsek", "✅ Terima")], Then: TellAgainAsync),
        new("merged by the kapolsek", Steps: [new("kapolsek", "✅ Terima")], Then: async office =>
        {
            await TellAgainAsync(office);
            await office.PressAsync(RoleMatrixTests.ChatOf("kapolsek"), "👥 Laporan serupa");
            await office.PressAsync(RoleMatrixTests.ChatOf("kapolsek"), "🔗 Gabungkan");
        }),
        new("an emergency half a day later", Kind: "miras.korban_oplosan", Steps: [new("kapolsek", "✅ Terima")], Then: office => PassAsync(office, TimeSpan.FromHours(12.2))),
        new("an emergency that is over", Kind: "miras.korban_oplosan", Steps: [new("kapolsek", "✅ Terima"), new("kapolsek", "🏁 Usulkan selesai"), new("kapolsek", "ditindak", Told), new("camat", "☑️ Setujui")]),
        new("somebody asks for help", Then: AskForHelpAsync),
        new("help that the counsellor has taken", Then: async office =>
        {
            await AskForHelpAsync(office);
            await office.PressAsync(RoleMatrixTests.ChatOf("konselor"), "✋ Ambil");
        }),
        new("nobody has accepted, and the digest of the morning says so", Then: TurnToMorningAsync),
        new("about the kabupaten, and the digest of the morning", Accused: AccusedOffice.Kabupaten, Then: TurnToMorningAsync),
    ];

    private static Task<string> TellAgainAsync(Office office) => office.ReportAsync(RoleMatrixTests.Siti + 1, kind: "miras.produksi");

    private static async Task AskForHelpAsync(Office office)
    {
        await office.SayAsync(RoleMatrixTests.Siti + 2, "/tolong");
        foreach (var _ in Enum.GetValues<HelpQuestion>().SkipLast(1))
        {
            await office.PressAsync(RoleMatrixTests.Siti + 2, "Lewati");
        }

        await office.SayAsync(RoleMatrixTests.Siti + 2, "Saya mau berhenti minum.");
        await office.PressAsync(RoleMatrixTests.Siti + 2, "✅ Kirim ke konselor");
    }

    private static async Task TurnToMorningAsync(Office office)
    {
        await PassAsync(office, TimeSpan.FromHours(21));
        await office.Get<SendDigests>().RunAsync(CancellationToken.None);
        await office.DrainAsync();
    }

    private static async Task PassAsync(Office office, TimeSpan span)
    {
        office.Clock.Now += span;
        var now = office.Clock.Now;
        foreach (var id in await office.ReadAsync(db => db.Deadlines.Where(row => row.DueAt <= now).OrderBy(row => row.DueAt).Select(row => row.Id).ToListAsync()))
        {
            await office.Get<Committer>().CommitAsync(unit => office.Get<MeetDeadline>().HandleAsync(unit, id), CancellationToken.None);
        }

        await office.DrainAsync();
    }

    /// <param name="Words">What they write next.</param>
    internal sealed record Step(string Role, string Label, string? Words = null);
}
