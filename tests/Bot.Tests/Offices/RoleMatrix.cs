using Kentongan.Bot.Conversations.Officers;
using Kentongan.Domain.Reports;

namespace Kentongan.Bot.Tests.Offices;

/// <summary>The tables of <see cref="RoleMatrixTests"/>, for people to read.</summary>
internal static class RoleMatrix
{
    private const string Told = "Sudah didatangi bersama, didata, dan diperingatkan semuanya.";

    /// <summary>What is reported, and who does what before the question is put.</summary>
    public static readonly (string Name, string Kind, AccusedOffice Accused, string? Kecamatan, (string Role, string Label, string? Words)[] Steps)[] Situations =
    [
        ("offered", "miras.produksi", AccusedOffice.None, "33.20.01", []),
        ("accepted by the kapolsek", "miras.produksi", AccusedOffice.None, "33.20.01", [("kapolsek", "✅ Terima", null)]),
        ("accepted by the camat", "miras.produksi", AccusedOffice.None, "33.20.01", [("camat", "✅ Terima", null)]),
        ("accepted by the kapolsek and offered to the camat", "miras.produksi", AccusedOffice.None, "33.20.01", [("kapolsek", "✅ Terima", null), ("kapolsek", "↪️ Limpahkan", null), ("kapolsek", "Ke Camat", null)]),
        ("waiting", "miras.produksi", AccusedOffice.None, "33.20.01", [("kapolsek", "✅ Terima", null), ("kapolsek", "⏸ Tunda", null), ("kapolsek", "6 jam", null)]),
        ("resolution proposed by the kapolsek", "trantibum.tawuran", AccusedOffice.None, "33.20.01", [("kapolsek", "✅ Terima", null), ("kapolsek", "🏁 Usulkan selesai", null), ("kapolsek", "ditindak", Told)]),
        ("referred to Bawaslu", "miras.produksi", AccusedOffice.None, "33.20.01", [("kapolsek", "✅ Terima", null), ("kapolsek", "📤 Rujuk", null), ("kapolsek", "Bawaslu", null), ("kapolsek", "Jawaban dalam 7 hari", null)]),
        ("an emergency", "miras.korban_oplosan", AccusedOffice.None, "33.20.01", []),
        ("without a place", "miras.produksi", AccusedOffice.None, null, []),
        ("about the polsek, at the desk", "miras.produksi", AccusedOffice.Polsek, "33.20.01", []),
        ("about the kabupaten, at the desk", "miras.produksi", AccusedOffice.Kabupaten, "33.20.01", []),
        ("about the kabupaten, offered by the auditor", "miras.produksi", AccusedOffice.Kabupaten, "33.20.01", [("auditor", "📨 Teruskan", null)]),
    ];

    public const string Expected = """

        offered
          Accept: camat kapolsek danramil satpol-pp
          WrongArea: camat kapolsek danramil satpol-pp
          PassTo: camat kapolsek danramil satpol-pp
          Decline: camat kapolsek danramil satpol-pp
          Evidence: kapolsek satpol-pp
          Back: camat kapolsek danramil satpol-pp
          DigestRead: camat camat~ kapolsek kapolsek~ danramil satpol-pp koordinator auditor inspektorat
          Show: camat kapolsek danramil satpol-pp
          LeaveOpen: camat camat~ kapolsek kapolsek~ danramil satpol-pp koordinator auditor inspektorat
          CallLogged: camat kapolsek danramil satpol-pp
          Proof: camat kapolsek danramil satpol-pp
          LeaveFrom: camat camat~ kapolsek kapolsek~ danramil satpol-pp koordinator auditor inspektorat
          LeaveDays: camat camat~ kapolsek kapolsek~ danramil satpol-pp koordinator auditor inspektorat
          BackOnDuty: camat camat~ kapolsek kapolsek~ danramil satpol-pp koordinator auditor inspektorat
          Casualties: camat kapolsek danramil satpol-pp
          CasualtiesEdit: camat kapolsek danramil satpol-pp
          CasualtiesType: camat kapolsek danramil satpol-pp
        accepted by the kapolsek
          Evidence: kapolsek satpol-pp
          OnSite: kapolsek
          Ask: kapolsek
          Postpone: kapolsek
          PostponeFor: kapolsek
          HandOver: kapolsek
          HandOverTo: kapolsek
          Release: kapolsek
          Resolve: kapolsek
          ResolveAs: kapolsek
          Back: camat kapolsek danramil satpol-pp
          DigestRead: camat camat~ kapolsek kapolsek~ danramil satpol-pp koordinator auditor inspektorat
          Show: camat kapolsek danramil satpol-pp
          LeaveOpen: camat camat~ kapolsek kapolsek~ danramil satpol-pp koordinator auditor inspektorat
          Note: camat kapolsek danramil satpol-pp
          StillWorking: kapolsek
          Refer: kapolsek
          ReferTo: kapolsek
          ReferWithin: kapolsek
          CallLogged: camat kapolsek danramil satpol-pp
          Proof: camat kapolsek danramil satpol-pp
          LeaveFrom: camat camat~ kapolsek kapolsek~ danramil satpol-pp koordinator auditor inspektorat
          LeaveDays: camat camat~ kapolsek kapolsek~ danramil satpol-pp koordinator auditor inspektorat
          BackOnDuty: camat camat~ kapolsek kapolsek~ danramil satpol-pp koordinator auditor inspektorat
          Casualties: camat kapolsek danramil satpol-pp
          CasualtiesEdit: camat kapolsek danramil satpol-pp
          CasualtiesType: camat kapolsek danramil satpol-pp
        accepted by the camat
          TakeOver: kapolsek
          Evidence: camat kapolsek satpol-pp
          OnSite: camat
          Ask: camat
          Postpone: camat
          PostponeFor: camat
          HandOver: camat
          HandOverTo: camat
          Release: camat
          Resolve: camat
          ResolveAs: camat
          Back: camat kapolsek danramil satpol-pp
          DigestRead: camat camat~ kapolsek kapolsek~ danramil satpol-pp koordinator auditor inspektorat
          Show: camat kapolsek danramil satpol-pp
          LeaveOpen: camat camat~ kapolsek kapolsek~ danramil satpol-pp koordinator auditor inspektorat
          Note: camat kapolsek danramil satpol-pp
          StillWorking: camat
          Refer: camat
          ReferTo: camat
          ReferWithin: camat
          CallLogged: camat kapolsek danramil satpol-pp
          Proof: camat kapolsek danramil satpol-pp
          LeaveFrom: camat camat~ kapolsek kapolsek~ danramil satpol-pp koordinator auditor inspektorat
          LeaveDays: camat camat~ kapolsek kapolsek~ danramil satpol-pp koordinator auditor inspektorat
          BackOnDuty: camat camat~ kapolsek kapolsek~ danramil satpol-pp koordinator auditor inspektorat
          Casualties: camat kapolsek danramil satpol-pp
          CasualtiesEdit: camat kapolsek danramil satpol-pp
          CasualtiesType: camat kapolsek danramil satpol-pp
        accepted by the kapolsek and offered to the camat
          Evidence: kapolsek satpol-pp
          OnSite: kapolsek
          Ask: kapolsek
          Postpone: kapolsek
          PostponeFor: kapolsek
          HandOver: kapolsek
          HandOverTo: kapolsek
          AcceptHandOver: camat
          Release: kapolsek
          Resolve: kapolsek
          ResolveAs: kapolsek
          Back: camat kapolsek danramil satpol-pp
          DigestRead: camat camat~ kapolsek kapolsek~ danramil satpol-pp koordinator auditor inspektorat
          Show: camat kapolsek danramil satpol-pp
          LeaveOpen: camat camat~ kapolsek kapolsek~ danramil satpol-pp koordinator auditor inspektorat
          Note: camat kapolsek danramil satpol-pp
          StillWorking: kapolsek
          Refer: kapolsek
          ReferTo: kapolsek
          ReferWithin: kapolsek
          CallLogged: camat kapolsek danramil satpol-pp
          Proof: camat kapolsek danramil satpol-pp
          LeaveFrom: camat camat~ kapolsek kapolsek~ danramil satpol-pp koordinator auditor inspektorat
          LeaveDays: camat camat~ kapolsek kapolsek~ danramil satpol-pp koordinator auditor inspektorat
          BackOnDuty: camat camat~ kapolsek kapolsek~ danramil satpol-pp koordinator auditor inspektorat
          Casualties: camat kapolsek danramil satpol-pp
          CasualtiesEdit: camat kapolsek danramil satpol-pp
          CasualtiesType: camat kapolsek danramil satpol-pp
        waiting
          Evidence: kapolsek satpol-pp
          Ask: kapolsek
          Postpone: kapolsek
          HandOver: kapolsek
          HandOverTo: kapolsek
          Resolve: kapolsek
          ResolveAs: kapolsek
          Back: camat kapolsek danramil satpol-pp
          Resume: kapolsek
          DigestRead: camat camat~ kapolsek kapolsek~ danramil satpol-pp koordinator auditor inspektorat
          Show: camat kapolsek danramil satpol-pp
          LeaveOpen: camat camat~ kapolsek kapolsek~ danramil satpol-pp koordinator auditor inspektorat
          Note: camat kapolsek danramil satpol-pp
          StillWorking: kapolsek
          Refer: kapolsek
          ReferTo: kapolsek
          ReferWithin: kapolsek
          CallLogged: camat kapolsek danramil satpol-pp
          Proof: camat kapolsek danramil satpol-pp
          LeaveFrom: camat camat~ kapolsek kapolsek~ danramil satpol-pp koordinator auditor inspektorat
          LeaveDays: camat camat~ kapolsek kapolsek~ danramil satpol-pp koordinator auditor inspektorat
          BackOnDuty: camat camat~ kapolsek kapolsek~ danramil satpol-pp koordinator auditor inspektorat
          Casualties: camat kapolsek danramil satpol-pp
          CasualtiesEdit: camat kapolsek danramil satpol-pp
          CasualtiesType: camat kapolsek danramil satpol-pp
        resolution proposed by the kapolsek
          Evidence: camat kapolsek danramil
          Ask: kapolsek
          Postpone: kapolsek
          HandOver: kapolsek
          Resolve: kapolsek
          ResolveAs: kapolsek
          Verify: camat danramil satpol-pp
          SendBack: camat danramil satpol-pp
          Back: camat kapolsek danramil satpol-pp
          DigestRead: camat camat~ kapolsek kapolsek~ danramil satpol-pp koordinator auditor inspektorat
          Show: camat kapolsek danramil satpol-pp
          LeaveOpen: camat camat~ kapolsek kapolsek~ danramil satpol-pp koordinator auditor inspektorat
          Refer: kapolsek
          ReferTo: kapolsek
          ReferWithin: kapolsek
          CallLogged: camat kapolsek danramil satpol-pp
          Proof: camat kapolsek danramil
          LeaveFrom: camat camat~ kapolsek kapolsek~ danramil satpol-pp koordinator auditor inspektorat
          LeaveDays: camat camat~ kapolsek kapolsek~ danramil satpol-pp koordinator auditor inspektorat
          BackOnDuty: camat camat~ kapolsek kapolsek~ danramil satpol-pp koordinator auditor inspektorat
          Casualties: camat kapolsek danramil satpol-pp
          CasualtiesEdit: camat kapolsek danramil satpol-pp
          CasualtiesType: camat kapolsek danramil satpol-pp
        referred to Bawaslu
          Evidence: kapolsek satpol-pp
          Ask: kapolsek
          Postpone: kapolsek
          HandOver: kapolsek
          Resolve: kapolsek
          ResolveAs: kapolsek
          Back: camat kapolsek danramil satpol-pp
          DigestRead: camat camat~ kapolsek kapolsek~ danramil satpol-pp koordinator auditor inspektorat
          Show: camat kapolsek danramil satpol-pp
          LeaveOpen: camat camat~ kapolsek kapolsek~ danramil satpol-pp koordinator auditor inspektorat
          Note: camat kapolsek danramil satpol-pp
          StillWorking: kapolsek
          Refer: kapolsek
          ReferTo: kapolsek
          ReferWithin: kapolsek
          Receipt: kapolsek
          CallLogged: camat kapolsek danramil satpol-pp
          Proof: camat kapolsek danramil satpol-pp
          LeaveFrom: camat camat~ kapolsek kapolsek~ danramil satpol-pp koordinator auditor inspektorat
          LeaveDays: camat camat~ kapolsek kapolsek~ danramil satpol-pp koordinator auditor inspektorat
          BackOnDuty: camat camat~ kapolsek kapolsek~ danramil satpol-pp koordinator auditor inspektorat
          Casualties: camat kapolsek danramil satpol-pp
          CasualtiesEdit: camat kapolsek danramil satpol-pp
          CasualtiesType: camat kapolsek danramil satpol-pp
        an emergency
          Accept: camat camat~ kapolsek kapolsek~ danramil satpol-pp koordinator
          WrongArea: camat camat~ kapolsek kapolsek~ danramil satpol-pp koordinator
          PassTo: camat camat~ kapolsek kapolsek~ danramil satpol-pp koordinator
          Decline: camat camat~ kapolsek kapolsek~ danramil satpol-pp
          Evidence: camat camat~ kapolsek kapolsek~ danramil koordinator
          Postpone: koordinator
          Back: camat camat~ kapolsek kapolsek~ danramil satpol-pp koordinator
          DigestRead: camat camat~ kapolsek kapolsek~ danramil satpol-pp koordinator auditor inspektorat
          Show: camat camat~ kapolsek kapolsek~ danramil satpol-pp koordinator
          LeaveOpen: camat camat~ kapolsek kapolsek~ danramil satpol-pp koordinator auditor inspektorat
          Refer: koordinator
          ReferTo: koordinator
          ReferWithin: koordinator
          CallLogged: camat camat~ kapolsek kapolsek~ danramil satpol-pp koordinator
          Proof: camat camat~ kapolsek kapolsek~ danramil
          LeaveFrom: camat camat~ kapolsek kapolsek~ danramil satpol-pp koordinator auditor inspektorat
          LeaveDays: camat camat~ kapolsek kapolsek~ danramil satpol-pp koordinator auditor inspektorat
          BackOnDuty: camat camat~ kapolsek kapolsek~ danramil satpol-pp koordinator auditor inspektorat
          Casualties: camat camat~ kapolsek kapolsek~ danramil satpol-pp koordinator
          CasualtiesEdit: camat camat~ kapolsek kapolsek~ danramil satpol-pp koordinator
          CasualtiesType: camat camat~ kapolsek kapolsek~ danramil satpol-pp koordinator
          WarnPublic: koordinator
        without a place
          Evidence: koordinator
          Postpone: koordinator
          Back: koordinator
          ScreenOffer: koordinator
          ScreenOfferTo: koordinator
          ScreenDismiss: koordinator
          ScreenDismissAs: koordinator
          ScreenQuarantine: koordinator
          DigestRead: camat camat~ kapolsek kapolsek~ danramil satpol-pp koordinator auditor inspektorat
          Show: koordinator
          LeaveOpen: camat camat~ kapolsek kapolsek~ danramil satpol-pp koordinator auditor inspektorat
          Refer: koordinator
          ReferTo: koordinator
          ReferWithin: koordinator
          CallLogged: koordinator
          Proof: koordinator
          LeaveFrom: camat camat~ kapolsek kapolsek~ danramil satpol-pp koordinator auditor inspektorat
          LeaveDays: camat camat~ kapolsek kapolsek~ danramil satpol-pp koordinator auditor inspektorat
          BackOnDuty: camat camat~ kapolsek kapolsek~ danramil satpol-pp koordinator auditor inspektorat
          Casualties: koordinator
          CasualtiesEdit: koordinator
          CasualtiesType: koordinator
        about the polsek, at the desk
          Evidence: koordinator
          Postpone: koordinator
          Back: koordinator
          ScreenOffer: koordinator
          ScreenOfferTo: koordinator
          ScreenDismiss: koordinator
          ScreenDismissAs: koordinator
          ScreenQuarantine: koordinator
          DigestRead: camat camat~ kapolsek kapolsek~ danramil satpol-pp koordinator auditor inspektorat
          Show: koordinator
          LeaveOpen: camat camat~ kapolsek kapolsek~ danramil satpol-pp koordinator auditor inspektorat
          Refer: koordinator
          ReferTo: koordinator
          ReferWithin: koordinator
          CallLogged: koordinator
          Proof: koordinator
          LeaveFrom: camat camat~ kapolsek kapolsek~ danramil satpol-pp koordinator auditor inspektorat
          LeaveDays: camat camat~ kapolsek kapolsek~ danramil satpol-pp koordinator auditor inspektorat
          BackOnDuty: camat camat~ kapolsek kapolsek~ danramil satpol-pp koordinator auditor inspektorat
          Casualties: koordinator
          CasualtiesEdit: koordinator
          CasualtiesType: koordinator
        about the kabupaten, at the desk
          Evidence: auditor inspektorat
          Postpone: auditor inspektorat
          Back: auditor inspektorat
          ScreenOffer: auditor inspektorat
          ScreenOfferTo: auditor inspektorat
          ScreenDismiss: auditor inspektorat
          ScreenDismissAs: auditor inspektorat
          ScreenQuarantine: auditor inspektorat
          DigestRead: camat camat~ kapolsek kapolsek~ danramil satpol-pp koordinator auditor inspektorat
          Show: auditor inspektorat
          LeaveOpen: camat camat~ kapolsek kapolsek~ danramil satpol-pp koordinator auditor inspektorat
          Refer: auditor inspektorat
          ReferTo: auditor inspektorat
          CallLogged: inspektorat
          Proof: auditor inspektorat
          LeaveFrom: camat camat~ kapolsek kapolsek~ danramil satpol-pp koordinator auditor inspektorat
          LeaveDays: camat camat~ kapolsek kapolsek~ danramil satpol-pp koordinator auditor inspektorat
          BackOnDuty: camat camat~ kapolsek kapolsek~ danramil satpol-pp koordinator auditor inspektorat
          Casualties: auditor inspektorat
          CasualtiesEdit: auditor inspektorat
          CasualtiesType: auditor inspektorat
        about the kabupaten, offered by the auditor
          Accept: auditor inspektorat
          WrongArea: auditor inspektorat
          PassTo: auditor inspektorat
          Decline: inspektorat
          Evidence: auditor inspektorat
          Postpone: auditor
          Back: auditor inspektorat
          ScreenOffer: auditor
          DigestRead: camat camat~ kapolsek kapolsek~ danramil satpol-pp koordinator auditor inspektorat
          Show: auditor inspektorat
          LeaveOpen: camat camat~ kapolsek kapolsek~ danramil satpol-pp koordinator auditor inspektorat
          Refer: auditor
          ReferTo: auditor
          CallLogged: inspektorat
          Proof: auditor inspektorat
          LeaveFrom: camat camat~ kapolsek kapolsek~ danramil satpol-pp koordinator auditor inspektorat
          LeaveDays: camat camat~ kapolsek kapolsek~ danramil satpol-pp koordinator auditor inspektorat
          BackOnDuty: camat camat~ kapolsek kapolsek~ danramil satpol-pp koordinator auditor inspektorat
          Casualties: auditor inspektorat
          CasualtiesEdit: auditor inspektorat
          CasualtiesType: auditor inspektorat

        """;

    public const string Commands = """

        camat: 1 task kecamatan
        camat~: no task kecamatan
        kapolsek: 1 task kecamatan
        kapolsek~: no task kecamatan
        danramil: 1 task kecamatan
        satpol-pp: 1 task no figures
        koordinator: no task kabupaten
        auditor: no task no figures
        inspektorat: no task no figures
        removed: as a resident as a resident
        nobody: as a resident as a resident

        """;

    /// <summary>Of cards of help, of lists of somebody's own, or of a moment that no situation here reaches: tried by tests of their own (Help/, Clusters/, Casualties/, Officers/).</summary>
    public static readonly CardAction[] TriedElsewhere =
    [
        CardAction.LeaveTo, CardAction.OperationStart, CardAction.OperationStop, CardAction.HelpTake, CardAction.HelpRead, CardAction.HelpFold, CardAction.HelpAnswer,
        CardAction.HelpRefer, CardAction.HelpReferTo, CardAction.HelpClose, CardAction.HelpRelease, CardAction.HelpShow, CardAction.HelpBack, CardAction.ShowAlike,
        CardAction.Merge, CardAction.Unmerge, CardAction.CasualtiesSave, CardAction.CheckWatch, CardAction.Review, CardAction.DigestOpen,
    ];

    public static readonly string[] OperatorCommands =
    [
        "backup", "coordinators invite", "counsellors invite", "counsellors list", "counsellors remove", "doctor", "jobs", "keys list", "keys retire",
        "keys rewrap", "keys rotate", "officers duty", "officers invite", "officers list", "officers remove", "operations list", "operations start",
        "operations stop", "regions import", "retention run", "run", "units cover", "units list", "units uncover",
    ];

    public static int ArgumentOf(CardAction action) => action switch
    {
        CardAction.PassTo => 1,
        CardAction.PostponeFor => 6,
        CardAction.ReferWithin => 7,
        _ => 0,
    };
}
