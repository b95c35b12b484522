using Kentongan.EndToEnd.Tests.Product;
using Kentongan.EndToEnd.Tests.Sandbox;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kentongan.EndToEnd.Tests.BackOffice;

/// <summary>The back office in a browser that runs no scripts.</summary>
[Collection(OfficeWalk.Office)]
public sealed class WithoutScriptsTests(Browser browser, OpenOffice office)
{
    private readonly OfficeWalk _walk = new(browser, office);

    [Theory]
    [InlineData("koordinator")]
    [InlineData("auditor")]
    [InlineData("camat")]
    [InlineData("kapolsek")]
    [InlineData("danramil")]
    [InlineData("satpol-pp")]
    public async Task Without_scripts_every_page_opens_and_every_form_has_a_button_that_sends_it(string role)
    {
        var page = await _walk.OpenAsync(role, "/papan", scripts: false);
        var complaints = new List<string>();
        foreach (var path in await _walk.PathsAsync(page, role))
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

    [Fact]
    public async Task Without_scripts_a_case_is_accepted_noted_and_resolved()
    {
        await office.FileAsync(1);
        var page = await _walk.OpenAsync("kapolsek", "/papan", scripts: false);
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
}
