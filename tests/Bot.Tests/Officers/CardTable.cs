namespace Kentongan.Bot.Tests.Officers;

/// <summary>What every part sees in every state: state line and rows of buttons.</summary>
internal static class CardTable
{
    public const string Expected = """

        Received lead: ⏳ Belum ada yang menerima [📎 Lihat bukti (2)]
        Received could lead: ⏳ Belum ada yang menerima [📎 Lihat bukti (2)]
        Received support: ⏳ Belum ada yang menerima [📎 Lihat bukti (2)]
        Received copy: ⏳ Belum ada yang menerima [📎 Lihat bukti (2)]
        Received desk: ⏳ Belum ada yang menerima [📎 Lihat bukti (2)]
        Screening lead: 🔎 Menunggu keputusan koordinator [📎 Lihat bukti (2)]
        Screening could lead: 🔎 Menunggu keputusan koordinator [📎 Lihat bukti (2)]
        Screening support: 🔎 Menunggu keputusan koordinator [📎 Lihat bukti (2)]
        Screening copy: 🔎 Menunggu keputusan koordinator [📎 Lihat bukti (2)]
        Screening desk: 🔎 Menunggu keputusan koordinator [📨 Teruskan] [Tutup|🧊 Karantina] [📤 Rujuk] [📎 Lihat bukti (2)]
        Offered lead: ⏳ Belum ada yang menerima [✅ Terima] [Bukan wilayah kami|Bukan wewenang kami] [📎 Lihat bukti (2)]
        Offered could lead: ⏳ Belum ada yang menerima [✅ Terima] [Bukan wilayah kami|Bukan wewenang kami] [📎 Lihat bukti (2)]
        Offered support: ⏳ Belum ada yang menerima [✅ Terima] [Bukan wilayah kami|Bukan wewenang kami] [📎 Lihat bukti (2)]
        Offered copy: ⏳ Belum ada yang menerima [📎 Lihat bukti (2)]
        Offered desk: ⏳ Belum ada yang menerima [✅ Terima] [📨 Teruskan|📤 Rujuk] [📎 Lihat bukti (2)]
        Accepted lead: ✅ Diterima Kapolsek — 09.33, 3 mnt [📍 Di lokasi|💬 Tanya pelapor] [📝 Catatan|🔄 Masih ditangani] [⏸ Tunda|↪️ Limpahkan] [📤 Rujuk|🏁 Usulkan selesai] [📎 Lihat bukti (2)]
        Accepted could lead: ✅ Diterima Kapolsek — 09.33, 3 mnt [Ambil alih] [📎 Lihat bukti (2)]
        Accepted support: ✅ Diterima Kapolsek — 09.33, 3 mnt [📎 Lihat bukti (2)]
        Accepted copy: ✅ Diterima Kapolsek — 09.33, 3 mnt [📎 Lihat bukti (2)]
        Accepted desk: ✅ Diterima Kapolsek — 09.33, 3 mnt [📤 Rujuk] [📎 Lihat bukti (2)]
        InProgress lead: 🛠 Ditangani Kapolsek — diterima 09.33, 3 mnt [💬 Tanya pelapor] [📝 Catatan|🔄 Masih ditangani] [⏸ Tunda|↪️ Limpahkan] [📤 Rujuk|🏁 Usulkan selesai] [📎 Lihat bukti (2)]
        InProgress could lead: 🛠 Ditangani Kapolsek — diterima 09.33, 3 mnt [Ambil alih] [📎 Lihat bukti (2)]
        InProgress support: 🛠 Ditangani Kapolsek — diterima 09.33, 3 mnt [📎 Lihat bukti (2)]
        InProgress copy: 🛠 Ditangani Kapolsek — diterima 09.33, 3 mnt [📎 Lihat bukti (2)]
        InProgress desk: 🛠 Ditangani Kapolsek — diterima 09.33, 3 mnt [📤 Rujuk] [📎 Lihat bukti (2)]
        Waiting lead: ⏸ Ditunda oleh Kapolsek [▶️ Lanjutkan|💬 Tanya pelapor] [📝 Catatan|🔄 Masih ditangani] [↪️ Limpahkan] [📤 Rujuk|🏁 Usulkan selesai] [📎 Lihat bukti (2)]
        Waiting could lead: ⏸ Ditunda oleh Kapolsek [Ambil alih] [📎 Lihat bukti (2)]
        Waiting support: ⏸ Ditunda oleh Kapolsek [📎 Lihat bukti (2)]
        Waiting copy: ⏸ Ditunda oleh Kapolsek [📎 Lihat bukti (2)]
        Waiting desk: ⏸ Ditunda oleh Kapolsek [📤 Rujuk] [📎 Lihat bukti (2)]
        ResolutionProposed lead: 🏁 Kapolsek mengusulkan selesai: ditindak. Menunggu pemeriksaan. [📎 Lihat bukti (2)]
        ResolutionProposed could lead: 🏁 Kapolsek mengusulkan selesai: ditindak. Mohon diperiksa. [☑️ Setujui selesai|↩️ Kembalikan] [📎 Lihat bukti (2)]
        ResolutionProposed support: 🏁 Kapolsek mengusulkan selesai: ditindak. Mohon diperiksa. [☑️ Setujui selesai|↩️ Kembalikan] [📎 Lihat bukti (2)]
        ResolutionProposed copy: 🏁 Kapolsek mengusulkan selesai: ditindak. Menunggu pemeriksaan. [📎 Lihat bukti (2)]
        ResolutionProposed desk: 🏁 Kapolsek mengusulkan selesai: ditindak. Mohon diperiksa. [☑️ Setujui selesai|↩️ Kembalikan] [📎 Lihat bukti (2)]
        Closed lead: ☑️ Ditutup: ditindak
        Closed could lead: ☑️ Ditutup: ditindak
        Closed support: ☑️ Ditutup: ditindak
        Closed copy: ☑️ Ditutup: ditindak
        Closed desk: ☑️ Ditutup: ditindak
        Referred lead: 📤 Dirujuk ke lembaga lain [💬 Tanya pelapor] [📝 Catatan|🔄 Masih ditangani] [🧾 Nomor tanda terima] [📤 Rujuk|🏁 Usulkan selesai] [📎 Lihat bukti (2)]
        Referred could lead: 📤 Dirujuk ke lembaga lain [📎 Lihat bukti (2)]
        Referred support: 📤 Dirujuk ke lembaga lain [📎 Lihat bukti (2)]
        Referred copy: 📤 Dirujuk ke lembaga lain [📎 Lihat bukti (2)]
        Referred desk: 📤 Dirujuk ke lembaga lain [📤 Rujuk|🧾 Nomor tanda terima] [📎 Lihat bukti (2)]
        Merged lead: 🔗 Digabung dengan laporan lain
        Merged could lead: 🔗 Digabung dengan laporan lain
        Merged support: 🔗 Digabung dengan laporan lain
        Merged copy: 🔗 Digabung dengan laporan lain
        Merged desk: 🔗 Digabung dengan laporan lain
        Quarantined lead: 🧊 Dikarantina [📎 Lihat bukti (2)]
        Quarantined could lead: 🧊 Dikarantina [📎 Lihat bukti (2)]
        Quarantined support: 🧊 Dikarantina [📎 Lihat bukti (2)]
        Quarantined copy: 🧊 Dikarantina [📎 Lihat bukti (2)]
        Quarantined desk: 🧊 Dikarantina [📎 Lihat bukti (2)]

        """;
}
