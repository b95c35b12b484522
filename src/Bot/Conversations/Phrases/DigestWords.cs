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
            text.Append(Culture, $"{OfficerWords.Mark(clock.Priority)} <code>{clock.CaseNumber}</code> {Escape(kindOf(clock.Category))} · {Escape(clock.Kecamatan ?? "lokasi belum pasti")} · {OfficerWords.Span(TimeSpan.FromMinutes(clock.MinutesOpen))}{(clock.Level > 0 ? $" · tingkat {clock.Level}" : "")}\n");
            text.Append(clock.Silent.Count == 0 ? "" : $"   belum membuka: {string.Join(", ", clock.Silent.Select(OfficerWords.SeatOf))}\n");
        }

        text.Append(Culture, $"\n<b>24 jam terakhir</b>\n🔴 Darurat: {figures.Emergencies}\n");
        text.Append(Line("Masuk", figures.Received)).Append(Line("Diterima tepat waktu", figures.AcceptedOnTime));
        text.Append(Line("Ditutup", figures.Closed)).Append(Line("Dibuka lagi", figures.Reopened));
        text.Append(Culture, $"Masih terbuka: {figures.LeftOpen}\nJatuh tempo hari ini: {figures.DueToday}\n");
        text.Append(figures.HelpLastMonth is { } asked ? $"Minta bantuan konselor bulan lalu: {asked.Shown?.ToString(Culture) ?? $"kurang dari {SuppressedCount.Smallest}"}\n" : "");
        text.Append(Desk(figures.Desk)).Append(Missing(figures.MissingSeats));
        return Fit(text);
    }

    /// <summary>Five lines for the triad.</summary>
    public static string ForTriad(string kecamatan, DigestFigures figures) => $"""
        <b>Rekap Kec. {Escape(kecamatan)} · {DayOf(figures.Date)}</b>
        Masuk {figures.Received.Now} · diterima tepat waktu {figures.AcceptedOnTime.Now} · ditutup {figures.Closed.Now}
        Masih terbuka {figures.LeftOpen} · jatuh tempo hari ini {figures.DueToday}
        Belum ada yang menerima: {(figures.NeedsYou.Count == 0 ? "tidak ada" : string.Join(", ", figures.NeedsYou.Select(clock => $"<code>{clock.CaseNumber}</code>")))}
        Kursi kosong atau tak terhubung: {(figures.MissingSeats.Count == 0 ? "tidak ada" : string.Join(", ", figures.MissingSeats.Select(seat => OfficerWords.SeatOf(seat.Seat))))}
        """;

    private static string Health(MachineHealth health) =>
        $"{(health.AuditorRan ? "✅" : "⚠️")} Pemeriksa {(health.AuditorRan ? "berjalan" : "tidak berjalan dalam 3 menit terakhir")} · terkirim {health.Delivered}/{health.Tried} · cadangan: {(health.LastBackup is { } at ? Escape(at) : "belum pernah")}";

    private static string Line(string label, Counted counted) =>
        $"{label}: {counted.Now}{Arrow(counted.Outside)} {(counted.Median is { } median ? $"(biasanya {median.ToString("0.#", Culture)}, n={counted.Weeks})" : "(belum ada pembanding, n=0)")}\n";

    private static string Arrow(int outside) => outside switch
    {
        < 0 => " ↓",
        > 0 => " ↑",
        _ => "",
    };

    private static string Desk(DeskCounts desk) =>
        $"Tanpa lokasi {desk.WithoutPlace} · perlu diperiksa {desk.Screening} · karantina {desk.Quarantined} · menunggu pemeriksaan hasil {desk.WaitingForProof} · dirujuk {desk.Referred}\n";

    /// <summary>Where nobody at all sits is said once; the digest must stay readable while a kabupaten is still inviting.</summary>
    private static string Missing(IReadOnlyList<MissingSeat> seats)
    {
        if (seats.Count == 0)
        {
            return "Semua kursi tiga pilar terisi dan terhubung.\n";
        }

        var vacant = seats.Where(seat => seat.Why == "vacant").GroupBy(seat => seat.Kecamatan).ToList();
        var empty = vacant.Where(group => group.Count() == Seat.Triad.Count).Select(group => Escape(group.Key)).ToList();
        var partly = vacant.Where(group => group.Count() < Seat.Triad.Count).Select(group => $"{Seats(group)} {Escape(group.Key)}").ToList();
        var lost = seats.Where(seat => seat.Why == "unreachable").GroupBy(seat => seat.Kecamatan).Select(group => $"{Seats(group)} {Escape(group.Key)}").ToList();
        return (lost.Count == 0 ? "" : $"📵 Tak terhubung: {string.Join("; ", lost)}\n")
            + (partly.Count == 0 ? "" : $"🪑 Kursi kosong: {string.Join("; ", partly)}\n")
            + (empty.Count == 0 ? "" : $"🪑 Belum ada petugas sama sekali di {empty.Count} kecamatan: {string.Join(", ", empty)}\n");
    }

    private static string Seats(IEnumerable<MissingSeat> seats) => string.Join(", ", seats.Select(seat => OfficerWords.SeatOf(seat.Seat)));

    private static string DayOf(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd", Culture).ToString("dd-MM-yyyy", Culture);

    /// <summary>Cut at the end of a line, so that no tag is left open.</summary>
    private static string Fit(StringBuilder text)
    {
        var whole = text.ToString().TrimEnd();
        return whole.Length <= Longest ? whole : whole[..whole.LastIndexOf('\n', Longest - 2)] + "\n…";
    }
}
