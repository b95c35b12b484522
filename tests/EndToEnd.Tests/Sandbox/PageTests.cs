using System.Text.RegularExpressions;
using Kentongan.Sandbox.Cast;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kentongan.EndToEnd.Tests.Sandbox;

/// <summary>The chat page in a real browser; the test itself is the bot.</summary>
public sealed class PageTests(Browser browser) : IClassFixture<Browser>, IAsyncLifetime
{
    private static readonly object YesNo = new
    {
        inline_keyboard = new[] { new[] { new { text = "Ya", callback_data = "ya" }, new { text = "Tidak", callback_data = "tidak" } } },
    };

    private LocalTelegram _telegram = null!;

    public async ValueTask InitializeAsync()
    {
        _telegram = await LocalTelegram.StartAsync();
        _telegram.Server.Cast.Kecamatans = [new Kecamatan("33.20.15", "Pakis Aji", -6.5773, 110.7437), new Kecamatan("33.20.11", "Jepara", null, null)];
    }

    public ValueTask DisposeAsync() => _telegram.DisposeAsync();

    [Fact]
    public async Task A_resident_starts_and_writes_with_the_keyboard_alone()
    {
        var newcomer = _telegram.Server.AddPerson("Budi Santoso");
        var page = await OpenAsync();
        var phone = Phone(page, "Budi Santoso");

        await phone.GetByRole(AriaRole.Button, new() { Name = "Mulai" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(phone.Locator(".words")).ToHaveTextAsync("/start");
        await phone.GetByLabel("Tulis pesan sebagai Budi Santoso").FocusAsync();
        await page.Keyboard.TypeAsync("Ada penjual miras");
        await page.Keyboard.PressAsync("Enter");

        await Expect(phone.Locator(".words")).ToHaveTextAsync(["/start", "Ada penjual miras"]);
        Assert.Equal("Ada penjual miras", _telegram.Server.Phone(newcomer).Messages[^1].Text!.Text);
    }

    [Fact]
    public async Task A_tap_reaches_the_bot_and_its_answer_appears_as_a_toast()
    {
        var page = await OpenAsync();
        await _telegram.SayAsync("Apakah ada korban?", YesNo);

        await Phone(page).GetByRole(AriaRole.Button, new() { Name = "Tidak", Exact = true }).ClickAsync();
        var query = (await _telegram.CallAsync("getUpdates", new { timeout = 20 })).Result()[0].GetProperty("callback_query");
        await _telegram.CallAsync("answerCallbackQuery", new { callback_query_id = query.GetProperty("id").GetString(), text = "Dicatat" });

        Assert.Equal("tidak", query.GetProperty("data").GetString());
        await Expect(Phone(page).Locator(".toast")).ToHaveTextAsync("Dicatat");
    }

    [Fact]
    public async Task Edits_and_deletions_show_at_once()
    {
        var (kept, gone) = (await _telegram.SayAsync("Menunggu", YesNo), await _telegram.SayAsync("Sementara"));
        var page = await OpenAsync();
        await Expect(Phone(page).GetByText("Menunggu")).ToBeVisibleAsync();

        await _telegram.CallAsync("editMessageText", new { chat_id = _telegram.Chat, message_id = kept, text = "Ditangani" });
        await _telegram.CallAsync("deleteMessage", new { chat_id = _telegram.Chat, message_id = gone });

        await Expect(Phone(page).Locator($"[data-id='{kept}']")).ToContainTextAsync(new Regex("Ditangani.*diubah", RegexOptions.Singleline));
        await Expect(Phone(page).Locator($"[data-id='{kept}'] .key")).ToHaveCountAsync(0);
        await Expect(Phone(page).Locator($"[data-id='{gone}']")).ToHaveTextAsync("Pesan dihapus");
    }

    [Fact]
    public async Task Words_never_become_markup_and_marks_are_shown()
    {
        await _telegram.CallAsync("sendMessage", new { chat_id = _telegram.Chat, text = "<img src=x onerror=alert(1)>" });
        await _telegram.SayAsync("<b>Kode</b> <code>K-7Q2</code> <tg-spoiler>rahasia</tg-spoiler>");
        var page = await OpenAsync();
        var phone = Phone(page);

        await Expect(phone.GetByText("<img src=x onerror=alert(1)>")).ToBeVisibleAsync();
        await Expect(phone.Locator(".words b")).ToHaveTextAsync("Kode");
        await Expect(phone.Locator(".copy code")).ToHaveTextAsync("K-7Q2");
        await Expect(phone.GetByText("rahasia")).ToBeHiddenAsync();
        await phone.GetByRole(AriaRole.Button, new() { Name = "Tampilkan teks tersembunyi" }).ClickAsync();
        await Expect(phone.GetByText("rahasia")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_reply_keyboard_types_for_the_person_and_disappears_when_removed()
    {
        var page = await OpenAsync();
        await _telegram.SayAsync("Pilih", new { keyboard = new[] { new[] { "Lewati" } }, resize_keyboard = true });

        await Phone(page).GetByRole(AriaRole.Button, new() { Name = "Lewati" }).ClickAsync();
        await Expect(Phone(page).Locator(".mine .words").Last).ToHaveTextAsync("Lewati");
        await _telegram.SayAsync("Baik", new { remove_keyboard = true });

        await Expect(Phone(page).Locator(".keys")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_pin_is_chosen_from_the_kecamatan_or_typed()
    {
        var page = await OpenAsync();
        await Phone(page).GetByRole(AriaRole.Button, new() { Name = "Kirim titik lokasi" }).ClickAsync();
        await page.GetByLabel("Lintang").FillAsync("-6,60125");
        await page.GetByLabel("Bujur").FillAsync("timur");
        await page.Locator("#pin-dialog").GetByRole(AriaRole.Button, new() { Name = "Kirim" }).ClickAsync();
        await Expect(page.Locator("#pin-error")).ToContainTextAsync("harus angka");

        await page.GetByLabel("Bujur").FillAsync("110.7");
        await page.Keyboard.PressAsync("Enter");

        await Expect(Phone(page).Locator(".pin")).ToContainTextAsync("-6.60125, 110.70000");
    }

    [Fact]
    public async Task A_photo_and_a_document_travel_with_their_bytes()
    {
        var page = await OpenAsync();
        byte[] svg = [1, 2, 3, 4];

        await Phone(page).Locator("input[data-kind=document]").SetInputFilesAsync(new FilePayload { Name = "surat.txt", MimeType = "text/plain", Buffer = svg });
        await Expect(Phone(page).Locator(".document")).ToContainTextAsync("surat.txt");

        var document = (await _telegram.CallAsync("getUpdates")).Result()[0].GetProperty("message").GetProperty("document");
        Assert.Equal(svg, _telegram.Server.World.Files.Find(document.GetProperty("file_id").GetString()!)!.Bytes);
    }

    [Fact]
    public async Task Unread_messages_are_counted_until_the_phone_is_touched()
    {
        var page = await OpenAsync();
        await _telegram.SayAsync("satu");
        await _telegram.SayAsync("dua");
        await Expect(Phone(page).Locator(".unread")).ToHaveTextAsync("2");

        await Phone(page).Locator("textarea").FocusAsync();

        await Expect(Phone(page).Locator(".unread")).ToBeHiddenAsync();
        await Expect(page.Locator("#announcer")).ToHaveTextAsync("Siti Aminah: dua");
    }

    [Fact]
    public async Task The_clock_bar_moves_the_clock_of_the_product()
    {
        var page = await OpenAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "+2 jam" }).ClickAsync();
        await Expect(page.Locator("#offset")).ToHaveTextAsync("+2 j 0 m");
        await page.GetByRole(AriaRole.Button, new() { Name = "ke 07.00 besok" }).ClickAsync();
        await Expect(page.Locator("#now")).ToContainTextAsync(new Regex("07[.:]00[.:]"));
        await page.GetByRole(AriaRole.Button, new() { Name = "kembali ke sekarang" }).ClickAsync();

        await Expect(page.Locator("#offset")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_protected_message_carries_a_lock_and_offers_no_saving()
    {
        var page = await OpenAsync();
        await _telegram.UploadAsync(
            "sendDocument", ("chat_id", new StringContent($"{_telegram.Chat}"), null), ("protect_content", new StringContent("true"), null),
            ("document", new ByteArrayContent([1]), "bukti.pdf"));

        await Expect(Phone(page).GetByLabel("Dilindungi: tidak dapat disalin atau diteruskan")).ToBeVisibleAsync();
        await Expect(Phone(page).Locator("a.document")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Another_resident_can_be_added_and_the_bot_be_blocked()
    {
        var page = await OpenAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Tambah warga" }).ClickAsync();
        await page.GetByLabel("Nama").FillAsync("Mbah Karto");
        await page.Keyboard.PressAsync("Enter");
        await Expect(Phone(page, "Mbah Karto").GetByRole(AriaRole.Button, new() { Name = "Mulai" })).ToBeFocusedAsync();

        await Phone(page).GetByLabel("Blokir bot di ponsel Siti Aminah").ClickAsync();
        await Expect(Phone(page).GetByRole(AriaRole.Button, new() { Name = "Buka blokir bot" })).ToBeVisibleAsync();

        Assert.Equal("403 Forbidden: bot was blocked by the user", (await _telegram.CallAsync("sendMessage", new { chat_id = _telegram.Chat, text = "a" })).Refusal());
    }

    [Fact]
    public async Task Arrow_keys_walk_over_inline_buttons_and_enter_presses()
    {
        await _telegram.SayAsync("Apakah ada korban?", YesNo);
        var page = await OpenAsync();
        await Phone(page).GetByRole(AriaRole.Button, new() { Name = "Ya", Exact = true }).FocusAsync();

        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(Phone(page).GetByRole(AriaRole.Button, new() { Name = "Tidak", Exact = true })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");

        var heard = (await _telegram.CallAsync("getUpdates", new { timeout = 20 })).Result()[0];
        Assert.Equal("tidak", heard.GetProperty("callback_query").GetProperty("data").GetString());
    }

    [Fact]
    public async Task Choosing_another_kecamatan_brings_its_officers_on_stage()
    {
        _telegram.Server.World.AddPerson("Camat Pakis Aji", role: "camat", place: "33.20.15");
        _telegram.Server.Cast.BindAsync = (kecamatan, _) =>
        {
            _telegram.Server.World.AddPerson($"Camat {kecamatan.Name}", role: "camat", place: kecamatan.Code);
            return Task.FromResult<string?>(null);
        };
        var page = await OpenAsync();
        await Expect(Phone(page, "Camat Pakis Aji")).ToBeVisibleAsync();

        await page.Locator("#kecamatan").SelectOptionAsync("33.20.11");

        await Expect(Phone(page, "Camat Jepara")).ToBeVisibleAsync();
        await Expect(Phone(page, "Camat Pakis Aji")).ToBeHiddenAsync();
        await Expect(Phone(page)).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Every_text_has_enough_contrast_and_every_control_a_name(ColorScheme scheme)
    {
        await Conversation.PlayAsync(_telegram);
        var page = await OpenAsync(scheme: scheme);
        await Expect(page.Locator(".phone")).ToHaveCountAsync(5);

        Assert.Empty(await page.EvaluateAsync<string[]>(PageAudit.Script));
    }

    private Task<IPage> OpenAsync(ColorScheme scheme = ColorScheme.Light) => OpenReadyAsync(browser, _telegram, scheme);

    private static async Task<IPage> OpenReadyAsync(Browser browser, LocalTelegram telegram, ColorScheme scheme)
    {
        var page = await browser.OpenAsync(telegram.Server.BaseAddress, scheme: scheme);
        await Expect(Phone(page).Locator(".words").First).ToBeVisibleAsync();
        return page;
    }

    private static ILocator Phone(IPage page, string name = "Siti Aminah") =>
        page.GetByRole(AriaRole.Region, new() { Name = $"Ponsel {name}" });
}
