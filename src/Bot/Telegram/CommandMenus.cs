using Kentongan.Domain.Rosters;
using Telegram.Bot.Types;

namespace Kentongan.Bot.Telegram;

/// <summary>The commands that Telegram offers in the menu of a chat: everybody's, and what an officer's seats add to them.</summary>
internal static class CommandMenus
{
    public static readonly IReadOnlyList<BotCommand> Everybody =
    [
        new("lapor", "Kirim laporan tanpa nama"),
        new("status", "Cek laporan dengan kode"),
        new("tolong", "Butuh bantuan"),
        new("privasi", "Apa yang kami jaga"),
        new("bahasa", "Ganti bahasa · change language"),
        new("hapus", "Hapus jejak saya di sini"),
        new("batal", "Batalkan isian"),
    ];

    /// <param name="seats">Codes of the seats that somebody holds; none for whoever holds none.</param>
    public static IReadOnlyList<BotCommand> For(IReadOnlyCollection<string> seats)
    {
        if (seats.Count == 0)
        {
            return Everybody;
        }

        if (seats.Contains(Seat.Konselor.Code))
        {
            return [new("bantuan", "Percakapan bantuan yang masih terbuka"), .. Everybody]; // holds no other seat (policy 5.7)
        }

        var coordinates = seats.Contains(Seat.Koordinator.Code);
        return
        [
            new("tugas", "Laporan yang masih terbuka"),
            .. coordinates || seats.Any(seat => new Seat(seat).IsTriad) ? [new BotCommand("rekap", "Rekap hari ini")] : Array.Empty<BotCommand>(),
            .. coordinates ? [new BotCommand("operasi", "Operasi yang sedang berlaku")] : Array.Empty<BotCommand>(),
            new("cuti", "Cuti dan pengganti"),
            new("masuk", "Masuk ke kantor web"),
            .. Everybody,
        ];
    }
}
