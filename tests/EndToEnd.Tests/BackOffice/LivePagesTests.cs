using Kentongan.EndToEnd.Tests.Sandbox;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kentongan.EndToEnd.Tests.BackOffice;

/// <summary>What happens on a page while somebody sits before it.</summary>
[Collection(OfficeWalk.Office)]
public sealed class LivePagesTests(Browser browser, OpenOffice office)
{
    private readonly OfficeWalk _walk = new(browser, office);

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
    public async Task Several_reports_are_triaged_with_the_keyboard_alone()
    {
        await office.FileAsync(2);
        var page = await _walk.OpenAsync("kapolsek", "/papan");
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
    public async Task The_question_mark_opens_the_sheet_of_keys()
    {
        var page = await _walk.OpenAsync("camat", "/papan");

        await page.Keyboard.PressAsync("?");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");

        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Whoever_writes_on_a_case_is_named_to_a_colleague_who_opens_it()
    {
        await office.FileAsync(1);
        var (kapolsek, camat) = (await _walk.OpenAsync("kapolsek", "/papan"), await _walk.OpenAsync("camat", "/papan"));
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
    public async Task An_open_board_renews_itself_when_a_report_comes_in()
    {
        var page = await _walk.OpenAsync("kapolsek", "/papan");
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

    /// <summary>Without scripts the months are links (<see cref="WithoutScriptsTests"/>); with them, a slider that arrow keys move too.</summary>
    [Fact]
    public async Task The_slider_moves_the_map_through_the_months_without_leaving_the_page()
    {
        var page = await _walk.OpenAsync("koordinator", "/peta?jenis=miras");
        var slider = page.GetByRole(AriaRole.Slider, new() { Name = "Bulan" });
        await page.EvaluateAsync("() => window.same = true"); // gone after loading anew
        var months = await page.Locator("nav.months a").AllTextContentsAsync();
        await Expect(slider).ToHaveAttributeAsync("aria-valuetext", months[^1]);

        await slider.PressAsync("ArrowLeft");
        await slider.PressAsync("ArrowLeft");

        await Expect(slider).ToHaveAttributeAsync("aria-valuetext", months[^3]);
        await Expect(page.Locator("nav.months a[aria-current=true]")).ToHaveTextAsync(months[^3]);
        var address = await page.Locator("nav.months a").Nth(months.Count - 3).EvaluateAsync<string>("link => link.href");
        await Expect(page).ToHaveURLAsync(address);
        Assert.Contains("jenis=miras", address, StringComparison.Ordinal);
        Assert.True(await page.EvaluateAsync<bool>("() => window.same"));
        var table = await page.Locator(".map-page table").TextContentAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Tampilkan" }).ClickAsync();
        await Expect(page.Locator("nav.months a[aria-current=true]")).ToHaveTextAsync(months[^3]); // narrowing keeps the month
        Assert.Equal(table, await page.Locator(".map-page table").TextContentAsync());
    }

    [Fact]
    public async Task What_is_being_read_stays_where_it_is_when_a_card_comes_in_above()
    {
        await office.FileAsync(3);
        var page = await _walk.OpenAsync("kapolsek", "/papan", width: 390);
        var cards = page.Locator("[data-case]");
        var before = await cards.CountAsync();
        await cards.Last.EvaluateAsync("card => card.scrollIntoView({ block: 'end' })");
        var read = await page.EvaluateAsync<string>("() => [...document.querySelectorAll('[data-case]')].find(card => card.getBoundingClientRect().top >= 0).dataset.case");
        var top = await TopAsync();

        await office.FileAsync(1);
        await Expect(cards).ToHaveCountAsync(before + 1, new() { Timeout = 30_000 });

        Assert.Equal(top, await TopAsync());

        Task<int> TopAsync() => page.EvaluateAsync<int>("read => Math.round(document.querySelector(`[data-case=\"${read}\"]`).getBoundingClientRect().top)", read);
    }
}
