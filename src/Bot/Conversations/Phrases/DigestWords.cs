using System.Globalization;
using System.Text;
using Kentongan.Domain.Help;
using Kentongan.Domain.Rosters;
using Kentongan.Triage.Digests;
using static Kentongan.Bot.Conversations.Phrases.Html;

namespace Kentongan.Bot.Conversations.Phrases;

/// <summary>The morning digest in words (policy 6): at most 3,500 characters, also on quiet days.</summary>
public static class DigestWords
{
    public const int Longest = 3_500;

    private const int LongestName = 40, LatestBackup = 26, MostNames = 6;

    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    public static string ForKabupaten(string kabupaten, DigestFigures figures, Func<string, string> kindOf)
    {
        var text = new StringBuilder();
        text.Append(Culture, $"<b>Rekap {Escape(kabupaten)} · {DayOf(figures.Date)}</b>\n");
        text.Append(Health(figures.Health)).Append('\n');

        text.Append("\n<b>Perlu keputusan Anda</b>\n");
        text.Append(figures.NeedsYou.Count == 0 ? "Tidak ada. Terima kasih.\n" : "");
        foreach (var clock in figures.NeedsYou)
        {
            text.Append(Culture, $"{OfficerWords.Mark(clock.Priority)} <code>{clock.CaseNumber}</code> {Short(kindOf(clock.Category))} · {Short(clock.Kecamatan ?? "lokasi belum pasti")} · {OfficerWords.Span(TimeSpan.FromMinutes(clock.MinutesOpen))} · {Clock(clock.Level)}\n");
            text.Append(clock.Silent.Count == 0 ? "" : $"   belum membuka: {string.Join(", ", clock.Silent.Take(4).Select(OfficerWords.SeatOf))}\n");
        }

        text.Append(Culture, $"\n<b>24 jam terakhir</b>\n🔴 Darurat: {Number(figures.Emergencies, figures)}\n");
        text.Append(DigestLines.Victims(figures)).Append(DigestLines.Watches(figures));
        text.Append(Line("Masuk", figures.Received, figures)).Append(Line("Diterima tepat waktu", figures.AcceptedOnTime, figures));
        text.Append(Line("Ditutup", figures.Closed, figures)).Append(Line("Dibuka lagi", figures.Reopened, figures));
        text.Append(figures.Left is { } left ? Line("Masih terbuka", left, figures) : $"Masih terbuka: {Number(figures.LeftOpen, figures)}\n");
        text.Append(Culture, $"Jatuh tempo hari ini: {Number(figures.DueToday, figures)}\n");
        text.Append(figures.Duties is { } duties ? DutyWords.Digest(duties) : "");
        text.Append(figures.HelpLastMonth is { } asked ? $"Minta bantuan konselor bulan lalu: {asked.Shown?.ToString(Culture) ?? $"kurang dari {SuppressedCount.Smallest}"}\n" : "");
        text.Append(DigestLines.Views(figures));
        text.Append(Desk(figures)).Append(DigestLines.Company(figures, kindOf)).Append(Missing(figures.MissingSeats)); // what may be cut comes last
        return Fit(text);
    }

    /// <summary>Five lines for the triad; three people read along, so small counts are blurred.</summary>
    public static string ForTriad(string kecamatan, DigestFigures figures) => $"""
        <b>Rekap Kec. {Escape(kecamatan)} · {DayOf(figures.Date)}</b>
        Masuk {Number(figures.Received.Now, figures)} · diterima tepat waktu {Number(figures.AcceptedOnTime.Now, figures)} · ditutup {Number(figures.Closed.Now, figures)}
        Masih terbuka {Number(figures.LeftOpen, figures)} · jatuh tempo hari ini {Number(figures.DueToday, figures)}
        Belum ada yang menerima: {(figures.NeedsYou.Count == 0 ? "tidak ada" : string.Join(", ", figures.NeedsYou.Select(clock => $"<code>{clock.CaseNumber}</code>")))}
        Jabatan kosong atau tak terhubung: {(figures.MissingSeats.Count == 0 ? "tidak ada" : string.Join(", ", figures.MissingSeats.Select(seat => OfficerWords.SeatOf(seat.Seat))))}
        """;

    /// <summary>Where more than one person reads along, one or two are shown as fewer than three (policy 6).</summary>
    internal static string Number(int count, DigestFigures figures) =>
        count is > 0 and < 3 && figures.Readers > 1 ? "&lt;3" : count.ToString(Culture);

    /// <summary>A name that may be long, where many must fit.</summary>
    internal static string Short(string text) => Escape(text.Length <= LongestName ? text : text[..(char.IsHighSurrogate(text[LongestName - 1]) ? LongestName - 1 : LongestName)] + "…");

    internal static string Arrow(int outside) => outside switch
    {
        < 0 => " ↓",
        > 0 => " ↑",
        _ => "",
    };

    private static string Health(MachineHealth health) =>
        $"{(health.AuditorRan ? "✅" : "⚠️")} Pemeriksa {(health.AuditorRan ? "berjalan" : "tidak berjalan dalam 3 menit terakhir")} · terkirim {health.Delivered}/{health.Tried}{(health.Tried == 0 ? "" : $" ({100L * health.Delivered / health.Tried}%)")} · cadangan: {Backup(health)}";

    private static string Backup(MachineHealth health) => (health.BackupHours, health.LastBackup) switch
    {
        ({ } hours, _) => $"{OfficerWords.Ago(TimeSpan.FromHours(hours))}{(hours > LatestBackup ? " ⚠️" : "")}",
        (null, { } at) => Escape(at),
        _ => "belum pernah ⚠️",
    };

    private static string Clock(int level) => level > 0 ? $"batas terima lewat, tingkat {level}" : "menunggu Anda";

    private static string Line(string label, Counted counted, DigestFigures figures) =>
        $"{label}: {Number(counted.Now, figures)}{Arrow(counted.Outside)} {(counted.Median is { } median ? $"(biasanya {median.ToString("0.#", Culture)}, n={counted.Weeks})" : "(belum ada pembanding, n=0)")}\n";

    private static string Desk(DigestFigures figures) =>
        $"Tanpa lokasi {Number(figures.Desk.WithoutPlace, figures)} · perlu diperiksa {Number(figures.Desk.Screening, figures)} · karantina {Number(figures.Desk.Quarantined, figures)} · menunggu pemeriksaan hasil {Number(figures.Desk.WaitingForProof, figures)} · dirujuk {Number(figures.Desk.Referred, figures)}\n";

    /// <summary>Where nobody at all sits is said once; the digest must stay readable while a kabupaten is still inviting.</summary>
    private static string Missing(IReadOnlyList<MissingSeat> seats)
    {
        if (seats.Count == 0)
        {
            return "Semua jabatan tiga pilar terisi dan terhubung.\n";
        }

        var vacant = seats.Where(seat => seat.Why == "vacant").GroupBy(seat => seat.Kecamatan).ToList();
        var empty = vacant.Where(group => group.Count() == Seat.Triad.Count).Select(group => Short(group.Key)).ToList();
        var partly = vacant.Where(group => group.Count() < Seat.Triad.Count).Select(group => $"{Seats(group)} {Short(group.Key)}").ToList();
        var absent = seats.Where(seat => seat.Why == "absent").GroupBy(seat => seat.Kecamatan).Select(group => $"{Seats(group)} {Short(group.Key)}").ToList();
        var lost = seats.Where(seat => seat.Why == "unreachable").GroupBy(seat => seat.Kecamatan).Select(group => $"{Seats(group)} {Short(group.Key)}").ToList();
        return (lost.Count == 0 ? "" : $"📵 Tak terhubung: {Some(lost, "; ")}\n")
            + (absent.Count == 0 ? "" : $"🏖 Berhalangan: {Some(absent, "; ")}\n")
            + (partly.Count == 0 ? "" : $"🪑 Jabatan kosong: {Some(partly, "; ")}\n")
            + (empty.Count == 0 ? "" : $"🪑 Belum ada petugas sama sekali di {empty.Count} kecamatan: {Some(empty, ", ")}\n");
    }

    /// <summary>The first few by name, the rest by number: what comes after must be read too.</summary>
    private static string Some(List<string> names, string between) =>
        string.Join(between, names.Take(MostNames)) + (names.Count > MostNames ? $"{between}+{names.Count - MostNames} lagi" : "");

    private static string Seats(IEnumerable<MissingSeat> seats) => string.Join(", ", seats.Select(seat => OfficerWords.SeatOf(seat.Seat)));

    private static string DayOf(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd", Culture).ToString("dd-MM-yyyy", Culture);

    /// <summary>Cut at the end of a line, so that no tag is left open.</summary>
    private static string Fit(StringBuilder text)
    {
        var whole = text.ToString().TrimEnd();
        return whole.Length <= Longest ? whole : whole[..whole.LastIndexOf('\n', Longest - 2)] + "\n…";
    }
}
