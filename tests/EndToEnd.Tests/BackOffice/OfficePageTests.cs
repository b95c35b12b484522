using Kentongan.EndToEnd.Tests.Product;
using Kentongan.EndToEnd.Tests.Sandbox;
using Kentongan.Tests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kentongan.EndToEnd.Tests.BackOffice;

/// <summary>The back office in a real browser: legible, reachable, usable without a mouse and without scripts.</summary>
public sealed class OfficePageTests(Browser browser, OpenOffice office) : IClassFixture<Browser>, IClassFixture<OpenOffice>
{
    /// <summary>Beside every page of the back office once: some of them narrowed, opened further, or not there.</summary>
    private static readonly string[] More = ["/daftar?antrean=terlambat", "/peta?kec=33.20.15", "/tidak-ada"], MoreForCoordinators = ["/audit?periksa=ya", "/bulanan?kec=33.20.15"];

    [Theory]
    [InlineData("koordinator", 1366, ColorScheme.Light)]
    [InlineData("koordinator", 1366, ColorScheme.Dark)]
    [InlineData("koordinator", 390, ColorScheme.Dark)]
    [InlineData("koordinator", 390, ColorScheme.Light)]
    [InlineData("auditor", 1366, ColorScheme.Light)]
    [InlineData("auditor", 1366, ColorScheme.Dark)]
    [InlineData("auditor", 390, ColorScheme.Dark)]
    [InlineData("camat", 1366, ColorScheme.Dark)]
    [InlineData("camat", 360, ColorScheme.Light)]
    [InlineData("kapolsek", 1366, ColorScheme.Light)]
    [InlineData("kapolsek", 360, ColorScheme.Dark)]
    [InlineData("danramil", 1366, ColorScheme.Dark)]
    [InlineData("danramil", 360, ColorScheme.Light)]
    [InlineData("satpol-pp", 1366, ColorScheme.Light)] // a copy, with less than all
    [InlineData("satpol-pp", 360, ColorScheme.Dark)]
    public async Task Every_page_is_legible_named_and_fits_its_screen(string role, int width, ColorScheme scheme)
    {
        var page = await OpenAsync(role, "/papan", width, scheme);
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.Add($"console: {message.Text} {message.Location}");
        foreach (var path in await PathsAsync(page, role))
        {
            await page.GotoAsync(new Uri(office.Address, path).ToString());
            await page.EvaluateAsync("() => document.querySelectorAll('details').forEach(one => one.open = true)"); // forms are judged too
            var wrong = await page.EvaluateAsync<string[]>(PageAudit.Script);
            complaints.AddRange(wrong.Select(one => $"{path}: {one}"));
            if (await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > innerWidth + 1"))
            {
                complaints.Add($"{path}: wider than the screen");
            }

            if (width < 500 && await page.EvaluateAsync<string?>("() => [...document.querySelectorAll('.wide')].find(one => one.scrollWidth > one.clientWidth + 1)?.getAttribute('aria-label')") is { } table)
            {
                complaints.Add($"{path}: «{table}» has to be pushed aside to be read");
            }

            complaints.AddRange((await AxeRules.ViolationsAsync(page) ?? []).Select(one => $"{path}: {one}"));
        }

        complaints.RemoveAll(one => one.Contains("404", StringComparison.Ordinal)); // the console tells of the page that is not there
        Assert.True(complaints.Count == 0, string.Join("\n", complaints.Distinct()));
    }

    [Theory]
    [InlineData("koordinator")]
    [InlineData("auditor")]
    [InlineData("camat")]
    [InlineData("kapolsek")]
    [InlineData("danramil")]
    [InlineData("satpol-pp")]
    public async Task Without_scripts_every_page_opens_and_every_form_has_a_button_that_sends_it(string role)
    {
        var page = await OpenAsync(role, "/papan", scripts: false);
        var complaints = new List<string>();
        foreach (var path in await PathsAsync(page, role))
        {
            var answer = await page.GotoAsync(new Uri(office.Address, path).ToString());
            if (answer!.Status != (path == "/tidak-ada" ? 404 : 200) || await page.Locator("h1").CountAsync() != 1)
            {
                complaints.Add($"{path}: {answer.Status}");
            }

            foreach (var form in await page.Locator("form").AllAsync())
            {
                var id = await form.GetAttributeAsync("id");
                if (await form.Locator("button:not([type=button])").CountAsync() == 0 && (id is null || await page.Locator($"button[form={id}]").CountAsync() == 0)
                    && await form.GetAttributeAsync("role") != "search") // Enter sends the only field of the search
                {
                    complaints.Add($"{path}: {await form.GetAttributeAsync("action")} has no button");
                }
            }
        }

        Assert.True(complaints.Count == 0, string.Join("\n", complaints));
    }

    [Theory]
    [InlineData(1366, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Dark)]
    public async Task The_door_is_legible_to_whoever_stands_before_it(int width, ColorScheme scheme)
    {
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = 768 }, ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
        var complaints = new List<string>();
        foreach (var path in OfficeAddresses.PagesFor("stranger").Select(path => path.Replace("{tautan}", "tidak-ada", StringComparison.Ordinal)))
        {
            await page.GotoAsync(new Uri(office.Address, path).ToString());
            complaints.AddRange((await page.EvaluateAsync<string[]>(PageAudit.Script)).Concat(await AxeRules.ViolationsAsync(page) ?? []).Select(one => $"{path}: {one}"));
        }

        Assert.True(complaints.Count == 0, string.Join("\n", complaints));
    }

    [Fact]
    public async Task Axe_is_there_to_be_asked()
    {
        var page = await OpenAsync("camat", "/papan");

        Assert.SkipWhen(await AxeRules.ViolationsAsync(page) is null, "npm is missing or has no network: the rules of axe-core were not asked.");
    }

    [Fact]
    public async Task An_officer_signs_in_by_the_digits_of_the_bot()
    {
        var page = await browser.NewPageAsync(new());
        await page.GotoAsync(new Uri(office.Address, "/daftar?jenis=miras").ToString());
        var code = (await page.Locator("code.big").TextContentAsync())!.Trim();

        await page.GetByLabel("Enam angka dari bot").FillAsync(await office.DigitsForAsync(code));
        await page.Keyboard.PressAsync("Enter");

        await Expect(page).ToHaveURLAsync(new Uri(office.Address, "/daftar?jenis=miras").ToString());
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Daftar");
    }

    [Fact]
    public async Task Without_scripts_a_case_is_accepted_noted_and_resolved()
    {
        await office.FileAsync(1);
        var page = await OpenAsync("kapolsek", "/papan", scripts: false);
        await page.Locator("section:has(#kolom-New) .case a").First.ClickAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Terima", Exact = true }).ClickAsync();
        await Expect(page.Locator(".case-head")).ToContainTextAsync("diterima");
        await page.Locator("summary", new() { HasText = "Catatan dalam" }).ClickAsync();
        await page.GetByLabel("Catatan dalam").FillAsync("Patroli diarahkan ke balai.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Catatan dalam" }).ClickAsync();
        await Expect(page.Locator(".timeline .note blockquote")).ToHaveTextAsync("Patroli diarahkan ke balai.");
        await page.Locator("summary", new() { HasText = "Usulkan selesai" }).ClickAsync();
        await page.GetByLabel("Tulis apa yang dilakukan").FillAsync("Anak-anak dibubarkan, orang tua dipanggil ke balai desa.");
        var photo = Photo.SignedBy("kapolsek");
        await page.GetByLabel("Bukti, kalau ada").SetInputFilesAsync(new FilePayload { Name = photo.Name, MimeType = photo.Mime!, Buffer = photo.Bytes });
        await page.GetByRole(AriaRole.Button, new() { Name = "Usulkan selesai", Exact = true }).ClickAsync();

        await Expect(page.Locator(".case-head")).ToContainTextAsync("perlu verifikasi");
        await Expect(page.GetByRole(AriaRole.Status).First).ToHaveTextAsync("Sudah dicatat.");
        await page.GetByRole(AriaRole.Link, new() { Name = "Lihat bukti penyelesaian" }).ClickAsync();
        await Expect(page.Locator(".evidence img")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Several_reports_are_triaged_with_the_keyboard_alone()
    {
        await office.FileAsync(2);
        var page = await OpenAsync("kapolsek", "/papan");
        for (var i = 0; i < 2; i++)
        {
            await page.Keyboard.PressAsync("g");
            await page.Keyboard.PressAsync("b");
            await page.WaitForURLAsync("**/papan");
            await page.Locator("section:has(#kolom-New) .case a").First.WaitForAsync();
            await page.Keyboard.PressAsync("j");
            await page.Keyboard.PressAsync("Enter");
            await page.WaitForURLAsync("**/kasus/*");
            await page.Keyboard.PressAsync("a");
            await Expect(page.Locator(".case-head")).ToContainTextAsync("diterima");
            await page.Keyboard.PressAsync("m");
            await Expect(page.Locator(".case-head")).ToContainTextAsync("dikerjakan");
            await page.Keyboard.PressAsync("n");
            await page.Keyboard.TypeAsync("Dicek lewat telepon.");
            await page.Keyboard.PressAsync("Tab");
            await page.Keyboard.PressAsync("Enter");
            await Expect(page.Locator(".timeline .note")).ToHaveCountAsync(1);
        }

        var before = page.Url;
        await page.Keyboard.PressAsync("Shift+E");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("Sudah dibubarkan, tidak ada korban, orang tua dipanggil.");
        await page.Keyboard.PressAsync("Tab"); // proof, if there is any
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");

        await page.WaitForURLAsync(url => url != before && url.Contains("selesai", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_writes_on_a_case_is_named_to_a_colleague_who_opens_it()
    {
        await office.FileAsync(1);
        var (kapolsek, camat) = (await OpenAsync("kapolsek", "/papan"), await OpenAsync("camat", "/papan"));
        await kapolsek.Locator("section:has(#kolom-New) .case a").First.ClickAsync();
        await kapolsek.GetByRole(AriaRole.Button, new() { Name = "Terima", Exact = true }).ClickAsync();
        await kapolsek.Locator("summary", new() { HasText = "Catatan dalam" }).ClickAsync();

        var said = kapolsek.WaitForResponseAsync("**/menulis");
        await kapolsek.GetByLabel("Catatan dalam").PressSequentiallyAsync("Sebentar");
        await said;
        await camat.GotoAsync(new Uri(new Uri(kapolsek.Url), new Uri(kapolsek.Url).AbsolutePath).ToString());

        await Expect(camat.Locator(".writing")).ToContainTextAsync("sedang menulis");
    }

    [Fact]
    public async Task The_question_mark_opens_the_sheet_of_keys()
    {
        var page = await OpenAsync("camat", "/papan");

        await page.Keyboard.PressAsync("?");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");

        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
    }

    [Fact]
    public async Task An_open_board_renews_itself_when_a_report_comes_in()
    {
        var page = await OpenAsync("kapolsek", "/papan");
        var before = await page.Locator("[data-case]").CountAsync();
        await page.Locator("[data-case] a").Last.FocusAsync();
        await page.EvaluateAsync("() => window.same = true"); // gone after loading anew
        const string Place = "() => `${document.activeElement.closest('[data-case]').dataset.case} ${window.same}`";
        var place = await page.EvaluateAsync<string>(Place);

        await office.FileAsync(1);

        await Expect(page.Locator("[data-case]")).ToHaveCountAsync(before + 1, new() { Timeout = 30_000 });
        Assert.EndsWith("true", place, StringComparison.Ordinal);
        Assert.Equal(place, await page.EvaluateAsync<string>(Place)); // nobody loses their place
    }

    /// <summary>Taken from the table that is compared with the program: a new page is opened here without being asked for.</summary>
    private async Task<IReadOnlyList<string>> PathsAsync(IPage page, string role)
    {
        var cards = page.Locator("[data-case]");
        var number = await cards.CountAsync() > 0 ? await cards.First.GetAttributeAsync("data-case") : null;
        var person = "";
        var reads = role is "koordinator" or "auditor";
        if (reads)
        {
            await page.GotoAsync(new Uri(office.Address, "/petugas").ToString());
            person = (await page.Locator(".people th a").First.GetAttributeAsync("href"))!.Split('/')[^1];
        }

        string[] pages = reads
            ? [.. OfficeAddresses.PagesFor("officer", "case", "reader"), .. role == "koordinator" ? OfficeAddresses.PagesFor("coordinator") : [], .. More, .. MoreForCoordinators]
            : [.. OfficeAddresses.PagesFor("officer", "case").Where(path => !path.Contains(role == "satpol-pp" ? "/sebagai/" : "{kursi}", StringComparison.Ordinal)), .. More];
        return
        [
            .. pages.Append("/kasus/{nomor}?jejak=kiriman").Where(path => number is not null || !path.Contains("{nomor}", StringComparison.Ordinal)).Select(path => path
                .Replace("{nomor}", number, StringComparison.Ordinal).Replace("{kursi}", "danramil", StringComparison.Ordinal).Replace("{id:guid}", person, StringComparison.Ordinal)),
        ];
    }

    private async Task<IPage> OpenAsync(string role, string path, int width = 1366, ColorScheme scheme = ColorScheme.Light, bool scripts = true)
    {
        var page = await browser.NewPageAsync(new()
        {
            ViewportSize = new() { Width = width, Height = 768 },
            ColorScheme = scheme,
            ReducedMotion = ReducedMotion.Reduce,
            JavaScriptEnabled = scripts,
        });
        await page.Context.AddCookiesAsync([office.CookieOf(role)]);
        await page.GotoAsync(new Uri(office.Address, path).ToString());
        return page;
    }
}
