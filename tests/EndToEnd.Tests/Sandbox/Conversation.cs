using Kentongan.Sandbox.Phones;
using Kentongan.Sandbox.Telegram;

namespace Kentongan.EndToEnd.Tests.Sandbox;

/// <summary>A scripted evening with everybody on stage, for looking at the page.</summary>
internal static class Conversation
{
    public static async Task PlayAsync(LocalTelegram telegram)
    {
        var server = telegram.Server;
        Phone Add(string name, string role, string? place) => server.Phone(server.World.AddPerson(name, role: role, place: place).Id);
        var (camat, kapolsek, danramil, coordinator) = (
            Add("Camat Pakis Aji", "camat", "33.20.15"), Add("Kapolsek Pakis Aji", "kapolsek", "33.20.15"),
            Add("Danramil Pakis Aji", "danramil", "33.20.15"), Add("Koordinator Jepara", "coordinator", null));
        foreach (var phone in new[] { camat, kapolsek, danramil, coordinator })
        {
            phone.OpenLink("undangan");
            await Say(telegram, phone, "Terima kasih. Akun ini sekarang memegang tugas <b>" + phone.Owner.Name + "</b>.");
        }

        var resident = telegram.Siti;
        await Say(telegram, resident, "Selamat datang. Di sini Anda dapat melapor <b>tanpa nama</b>.\nLaporan Anda tentang apa?", ["Minuman keras", "Narkoba"], ["Pemilu", "Konflik"]);
        resident.SendText("Ada warung yang menjual ciu tiap malam, pembelinya anak sekolah");
        await Say(telegram, resident, "Di mana kejadiannya? Kirim titik lokasi, atau tulis nama desa.");
        resident.SendLocation(-6.5773, 110.7437);
        await Say(telegram, resident, "Laporan Anda kami terima.\nKode: <code>K7Q2-M9XD</code>\nSimpan kode ini: <tg-spoiler>tanpa kode, kami tidak dapat menemukan Anda</tg-spoiler>.", ["Lihat kabar"], ["Hapus jejak"]);
        foreach (var officer in new[] { camat, kapolsek, danramil })
        {
            await Say(telegram, officer, "🔴 <b>Laporan 4821 · Tinggi</b>\nPenjualan miras, Desa Suwawal Timur\n<blockquote>Warung menjual ciu tiap malam, pembelinya anak sekolah.</blockquote>Diterima oleh: <i>belum ada</i>\nBatas: 15 menit", ["Terima"], ["Bukan wilayah kami", "Tanya pelapor"]);
        }

        kapolsek.Press(kapolsek.Messages[^1].Id, 0, 0);
        await telegram.CallAsync("editMessageText", new
        {
            chat_id = kapolsek.Chat.Id,
            message_id = kapolsek.Messages[^1].Id,
            text = "🟢 <b>Laporan 4821 · Ditangani</b>\nPenjualan miras, Desa Suwawal Timur\nDiterima oleh: Kapolsek Pakis Aji",
            parse_mode = "HTML",
            reply_markup = Keyboard([["Di lokasi", "Lepaskan"]]),
        });
        camat.SendText("Siap, Kasi Trantib saya minta merapat.");
        danramil.SendFile("document", new UploadedFile("catatan-patroli.pdf", "application/pdf", new byte[48_000]));
        await Say(telegram, coordinator, "☀️ <b>Ringkasan pagi, Kamis 19 Februari</b>\n1. Sistem sehat\n2. Perlu keputusan Anda: 1\n3. Darurat 24 jam: tidak ada\n4. Masuk 3 · diterima tepat waktu 3 · selesai 1", ["Sudah dibaca"]);
    }

    private static async Task Say(LocalTelegram telegram, Phone to, string text, params string[][] rows) =>
        (await telegram.CallAsync("sendMessage", new
        {
            chat_id = to.Chat.Id,
            text,
            parse_mode = "HTML",
            protect_content = to.Owner.Role != "resident",
            reply_markup = rows.Length == 0 ? null : Keyboard(rows),
        })).Result();

    private static object Keyboard(string[][] rows) =>
        new { inline_keyboard = rows.Select(row => row.Select(text => new { text, callback_data = text })) };
}
