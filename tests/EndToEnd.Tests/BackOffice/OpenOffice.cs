using Kentongan.EndToEnd.Tests.Product;

namespace Kentongan.EndToEnd.Tests.BackOffice;

/// <summary>The whole product with its back office, the tiga pilar of Pakis Aji at their phones, and everybody signed in once.</summary>
public sealed class OpenOffice : IAsyncLifetime
{
    private readonly Dictionary<string, string> _cookies = [];
    private Stage _stage = null!;

    public Uri Address { get; private set; } = null!;

    /// <summary>Where everybody's phones are.</summary>
    public Uri Telegram => _stage.Telegram.BaseAddress;

    public async ValueTask InitializeAsync()
    {
        Address = new Uri($"http://127.0.0.1:{RefusalTests.FreePort()}");
        _stage = await Stage.SetAsync($"--Web:Url={Address}", "--Privacy:OfferDelay=00:00:00", "--Storm:Threshold=1000", "--Web:SignIns=600");
        foreach (var (role, hand) in new[] { ("koordinator", _stage.Koordinator), ("camat", _stage.Camat), ("kapolsek", _stage.Kapolsek), ("danramil", _stage.Danramil) })
        {
            using var visitor = await Visitor.SignInAsync(Address, hand);
            _cookies[role] = visitor.Cookie;
            if (role == "koordinator")
            {
                foreach (var (name, seat) in new[] { ("Auditor Jepara", "auditor"), ("Satpol PP Jepara", "satpol-pp") })
                {
                    using var invited = await Visitor.SignInAsync(Address, await InviteAsync(visitor, name, seat));
                    _cookies[seat] = invited.Cookie;
                }
            }
        }

        await FileAsync(3);
    }

    /// <summary>As a coordinator does it: by a form whose answer has the link.</summary>
    private async Task<Hand> InviteAsync(Visitor coordinator, string name, string seat)
    {
        var answer = await coordinator.SendAsync("/petugas", "/petugas/undang", ("nama", name), ("kursi", seat));
        return await _stage.OpenInvitationAsync(name, seat, System.Net.WebUtility.HtmlDecode(answer));
    }

    /// <summary>No two alike: three that tell the same would become an emergency (policy 5.2).</summary>
    private static readonly string[] Brawls =
    [
        "Anak-anak ribut di dekat balai sejak sore.", "Dua kelompok saling kejar di lapangan pakai sarung.",
        "Rombongan motor menantang warga di pertigaan.", "Siswa beda sekolah janjian di tepi sungai.",
        "Penonton orkes ribut sehabis acara.", "Remaja kampung sebelah berkumpul di terminal.",
        "Pendukung bola cekcok di warung kopi.", "Murid bolos duduk-duduk depan pasar.",
    ];

    private int _filed;

    /// <summary>So many reports of brawls, each from somebody else.</summary>
    public async Task FileAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            await new Resident(_stage.Telegram, $"Warga {Guid.NewGuid():N}").ReportsAsync(Brawls[_filed++ % Brawls.Length]);
        }
    }

    /// <summary>So many reports of several kinds from several desa, each from somebody else and told in other words.</summary>
    public async Task FileMixedAsync(int count)
    {
        (string, string, string)[] kinds =
        [
            ("🏘️ Ketertiban dan konflik", "Tawuran", "Lebak"), ("🏘️ Ketertiban dan konflik", "Tawuran", "Plajan"), ("🏘️ Ketertiban dan konflik", "Tawuran", "Bulungan"),
            ("🏘️ Ketertiban dan konflik", "Konflik antarwarga", "Lebak"), ("🏘️ Ketertiban dan konflik", "Konflik antarwarga", "Plajan"),
        ];
        string[] who = ["Dua remaja", "Rombongan motor", "Anak sekolah", "Penonton orkes", "Pemuda kampung sebelah"];
        string[] what = ["saling dorong", "berteriak menantang", "minum sambil bernyanyi", "melempar botol", "memblokir jalan", "mengejar pengendara", "tidur di teras", "merusak pagar", "menyalakan petasan", "berebut parkir"];
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (i, _) =>
            await new Resident(_stage.Telegram, $"Warga {Guid.NewGuid():N}") { About = kinds[i % kinds.Length] }.ReportsAsync($"{who[i / 10]} {what[i % 10]} ({i})."));
    }

    /// <summary>The digits that the bot answers to a code; null where the officer is not asked for any.</summary>
    internal async Task<string> DigitsForAsync(string code)
    {
        var hand = _stage.Danramil;
        var before = hand.Heard.LastOrDefault()?.Id ?? 0; // those of an earlier sign-in hold no more
        hand.Says(code);
        return Visitor.DigitsIn(await hand.SeesAsync("Ketik angka", before));
    }

    public Microsoft.Playwright.Cookie CookieOf(string role) => new() { Name = "kentongan", Value = _cookies[role], Url = Address.ToString() };

    public ValueTask DisposeAsync() => _stage.DisposeAsync();
}
