using Kentongan.Domain.Reports;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Bot.Tests.Offices;

/// <summary>Nothing an officer writes may call home from a resident's phone, and no message shows a preview, which Telegram would fetch (policy 5.8).</summary>
public sealed class NoLinksTests
{
    private const long Siti = 7_000_000_001, Kapolsek = 11, Koordinator = 12;

    public static TheoryData<string> Links =>
    [
        "https://contoh.example/x", "HTTP://10.0.0.1/", "lihat www.contoh.example", "t.me/akun_saya", "tg://resolve?domain=akun", "hubungi @akun_saya", "buka contoh.id ya",
        "buka peta.contoh.top ya", "buka contoh.shop", "ke 203.0.113.7 saja", "mailto:a", "ftp://contoh", "CONTOH.COM",
        "contoh.download", "contoh.events/x", "xn--bcher-kva.example", "пример.рф", "contoh.中国", "contoh。com", "telegram.dog/akun", "t.me/+AbC", "sip://a", "ton://transfer",
    ];

    [Theory, MemberData(nameof(Links))]
    public async Task A_question_a_result_and_a_reason_with_a_link_are_asked_to_be_written_again(string link)
    {
        await using var office = await Office.OpenAsync();
        await office.BindAsync("kapolsek", Kapolsek);
        await office.BindAsync("koordinator", Koordinator);
        await office.ReportAsync(Siti);
        await office.PressAsync(Kapolsek, "✅ Terima");

        await office.PressAsync(Kapolsek, "💬 Tanya pelapor");
        await office.SayAsync(Kapolsek, $"Sebelah mana? {link}");
        Assert.Contains("Jangan pakai tautan", office.Telegram.Of(Kapolsek)[^1].Html, StringComparison.Ordinal);
        await office.PressAsync(Kapolsek, "🏁 Usulkan selesai");
        await office.PressAsync(Kapolsek, "ditindak");
        await office.SayAsync(Kapolsek, $"Sudah didatangi, didata, dan diperingatkan semuanya. {link}");
        Assert.Contains("Jangan pakai tautan", office.Telegram.Of(Kapolsek)[^1].Html, StringComparison.Ordinal);
        await office.ReportAsync(Siti, kecamatan: null);
        await office.PressAsync(Koordinator, "Tutup");
        await office.PressAsync(Koordinator, "tidak terbukti");
        await office.SayAsync(Koordinator, $"Tidak ada apa-apa. {link}");
        Assert.Contains("Jangan pakai tautan", office.Telegram.Of(Koordinator)[^1].Html, StringComparison.Ordinal);

        Assert.Equal(0, await office.ReadAsync(db => db.Messages.CountAsync()));
        Assert.Equal([ReportStatus.Screening, ReportStatus.Accepted], (await office.ReadAsync(db => db.Reports.Select(report => report.Status).ToListAsync())).Order());
        var written = office.Telegram.Calls.Where(call => call.Method is "sendMessage" or "editMessageText").ToList();
        Assert.All(written, call => Assert.Contains("\"link_preview_options\":{\"is_disabled\":true", call.Body, StringComparison.Ordinal));
    }

    /// <summary>A phone offers to ring a number that it finds in a text, and whoever rings shows their own.</summary>
    [Theory]
    [InlineData("0812-0000-3344")]
    [InlineData("+62 812 0000 3344")]
    [InlineData("(0291) 590000")]
    public async Task A_telephone_number_does_not_reach_the_resident_either(string number)
    {
        await using var office = await Office.OpenAsync();
        await office.BindAsync("kapolsek", Kapolsek);
        await office.ReportAsync(Siti);
        await office.PressAsync(Kapolsek, "✅ Terima");

        await office.PressAsync(Kapolsek, "💬 Tanya pelapor");
        await office.SayAsync(Kapolsek, $"Tolong telepon saya di {number}");
        Assert.Contains("Jangan pakai nomor telepon", office.Telegram.Of(Kapolsek)[^1].Html, StringComparison.Ordinal);
        await office.SayAsync(Kapolsek, "Kalau gawat telepon 110 atau 119. Sebelah mana tempatnya?"); // the question is still open
        Assert.Equal(1, await office.ReadAsync(db => db.Messages.CountAsync()));
        await office.PressAsync(Kapolsek, "🏁 Usulkan selesai");
        await office.PressAsync(Kapolsek, "ditindak");
        await office.SayAsync(Kapolsek, $"Sudah didatangi dan diperingatkan semuanya. Hubungi {number}");

        Assert.Contains("Jangan pakai nomor telepon", office.Telegram.Of(Kapolsek)[^1].Html, StringComparison.Ordinal);
        Assert.Equal(ReportStatus.Accepted, await office.ReadAsync(db => db.Reports.Select(report => report.Status).SingleAsync()));
    }

    [Theory]
    [InlineData("Jam 10.30 di Jl. Raya no. 5, a.n. Bpk. S.H., M.Si. Biaya 1.500.000?")]
    [InlineData("Sudah selesai...Terima kasih. Ada 3 orang, mis. yang di pos.")]
    public async Task An_ordinary_sentence_passes(string words)
    {
        await using var office = await Office.OpenAsync();
        await office.BindAsync("kapolsek", Kapolsek);
        await office.ReportAsync(Siti);
        await office.PressAsync(Kapolsek, "✅ Terima");
        await office.PressAsync(Kapolsek, "💬 Tanya pelapor");

        await office.SayAsync(Kapolsek, words);

        Assert.Equal(1, await office.ReadAsync(db => db.Messages.CountAsync()));
    }
}
