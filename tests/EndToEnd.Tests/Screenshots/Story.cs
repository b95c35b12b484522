using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace Kentongan.EndToEnd.Tests.Screenshots;

/// <summary>Everybody's fingers on everybody's phones, through the control API of the sandbox.</summary>
internal sealed class Story(Uri address) : IDisposable
{
    private const string Words = "Warung di pojok pasar jualan ciu tiap malam, mulai jam sembilan. Ramai sampai subuh.";

    private static readonly string[] Triad = ["camat", "kapolsek", "danramil"];
    private static readonly string[] Officers = [.. Triad, "coordinator"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);

    private readonly HttpClient _http = new() { BaseAddress = address };

    public Uri Address { get; } = address;

    /// <summary>Seven in the evening, whatever the hour of the machine, with nothing but the evening on the officers' phones.</summary>
    public async Task BeginInTheEveningAsync()
    {
        foreach (var officer in Officers)
        {
            await SeesAsync(await PhoneAsync(officer), "Selamat datang");
        }

        await WaitForMorningAsync();
        await MoveClockAsync(new { advanceSeconds = TimeSpan.FromHours(12).TotalSeconds });
        foreach (var officer in Officers)
        {
            (await _http.DeleteAsync($"/sandbox/chats/{await PhoneAsync(officer)}")).EnsureSuccessStatusCode();
        }
    }

    /// <summary>A resident reports liquor being sold in Kawak, with a photo.</summary>
    public async Task FileAsync(byte[] photo)
    {
        var resident = await PhoneAsync("resident");
        await DoAsync(resident, "start", new { });
        foreach (var tap in new[] { "Lapor", "Miras", "Penjualan", "Pakis Aji", "Kawak", "Sering" })
        {
            await TapAsync(resident, tap);
        }

        await SeesAsync(resident, "Ceritakan");
        await DoAsync(resident, "text", new { text = Words });
        await SeesAsync(resident, "1 pesan");
        using var form = new MultipartFormDataContent { { new ByteArrayContent(photo), "file", "foto.jpg" } };
        (await _http.PostAsync($"/sandbox/chats/{resident}/photo", form)).EnsureSuccessStatusCode();
        await SeesAsync(resident, "1 berkas");
        foreach (var tap in new[] { "Lanjut", "Tidak ada", "Kirim" })
        {
            await TapAsync(resident, tap);
        }

        await SeesAsync(resident, "Kode laporan Anda");
        foreach (var officer in Triad)
        {
            await SeesAsync(await PhoneAsync(officer), "Penjualan miras");
        }
    }

    /// <summary>The camat takes it, and everybody's card says so.</summary>
    public async Task AcceptAsync()
    {
        await TapAsync(await PhoneAsync("camat"), "Terima");
        foreach (var officer in Triad)
        {
            await SeesAsync(await PhoneAsync(officer), "Diterima Camat");
        }
    }

    /// <summary>The resident looks up what became of it.</summary>
    public async Task LookUpAsync()
    {
        var resident = await PhoneAsync("resident");
        await TapAsync(resident, "Cek laporan");
        await SeesAsync(resident, "Ditangani");
    }

    public async Task WaitForMorningAsync()
    {
        var clock = await MoveClockAsync(new { to = "tomorrow-digest" });
        var date = clock.GetProperty("now").GetDateTimeOffset().ToString("dd-MM-yyyy", CultureInfo.InvariantCulture);
        foreach (var officer in Officers)
        {
            await SeesAsync(await PhoneAsync(officer), date);
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<JsonElement> MoveClockAsync(object move)
    {
        using var answer = await _http.PostAsJsonAsync("/sandbox/clock", move);
        return await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task<long> PhoneAsync(string role)
    {
        var people = await _http.GetFromJsonAsync<JsonElement>("/sandbox/people");
        return people.EnumerateArray().First(person => person.GetProperty("role").GetString() == role).GetProperty("id").GetInt64();
    }

    private async Task DoAsync(long chat, string what, object with) =>
        (await _http.PostAsJsonAsync($"/sandbox/chats/{chat}/{what}", with)).EnsureSuccessStatusCode();

    private Task<(int Message, string Found)> SeesAsync(long chat, string words) =>
        WaitAsync(chat, message => Text(message).Contains(words, StringComparison.Ordinal) ? words : null, words);

    /// <summary>Waits for a button whose label has these words, and presses the newest.</summary>
    private async Task TapAsync(long chat, string label)
    {
        var (message, data) = await WaitAsync(chat, message => ButtonOf(message, label), label);
        await DoAsync(chat, "press", new { messageId = message, data });
    }

    private async Task<(int Message, string Found)> WaitAsync(long chat, Func<JsonElement, string?> look, string what)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!patience.IsCancellationRequested)
        {
            var messages = await _http.GetFromJsonAsync<JsonElement>($"/sandbox/chats/{chat}/messages");
            foreach (var message in messages.EnumerateArray().Reverse())
            {
                if (look(message) is { } found)
                {
                    return (message.GetProperty("id").GetInt32(), found);
                }
            }

            await Task.Delay(Glance);
        }

        throw new TimeoutException($"\"{what}\" did not appear on the phone.");
    }

    private static string Text(JsonElement message) => message.TryGetProperty("text", out var text) ? text.GetString() ?? "" : "";

    private static string? ButtonOf(JsonElement message, string label) => message.TryGetProperty("inline", out var rows)
        ? rows.EnumerateArray()
            .SelectMany(row => row.EnumerateArray())
            .Where(button => button.GetProperty("text").GetString()!.Contains(label, StringComparison.Ordinal))
            .Select(button => button.GetProperty("data").GetString())
            .FirstOrDefault()
        : null;
}
