using System.Globalization;
using Kentongan.Sandbox;
using Kentongan.Sandbox.Telegram;

namespace Kentongan.EndToEnd.Tests.Product.Canaries;

/// <summary>A resident of whom everything is their own, and who does what their number says.</summary>
internal sealed partial class CanaryResident
{
    private const long First = 7_654_321_000_000; // six bytes long, so that no chance looks like one

    private readonly int _number;
    private readonly string _mark;
    private readonly Resident _resident;

    public CanaryResident(SandboxServer telegram, int number)
    {
        var random = new Random(number + 5_000);
        (_number, _mark) = (number, new string([.. Enumerable.Range(0, 7).Select(_ => (char)('a' + random.Next(26)))]));
        _resident = new Resident(telegram, $"Kenari{_mark} Jalak{_mark}", $"pipit_{_mark}", First + (number * 104_729L));
    }

    public Person Person => _resident.Hand.Phone.Owner;

    public long Id => Person.Id;

    public Hand Hand => _resident.Hand;

    /// <summary>What of this resident stands on officers' cards on purpose: the only thing that may.</summary>
    public string Told => "perkutut" + _mark;

    public bool Reported { get; private set; }

    /// <summary>A report, with a photo, a file or forwarded words, and what people do afterwards.</summary>
    public async Task LivesAsync(Person? friend)
    {
        var hand = _resident.Hand;
        await _resident.BeginsAsync();
        if (_number % 3 == 0)
        {
            hand.Phone.SendFile(_number % 2 == 0 ? "photo" : "document", Photo.SignedBy("MERPATI" + _mark));
            await hand.SeesAsync("1 berkas");
        }

        if (friend is not null && _number % 5 == 0)
        {
            hand.Phone.Forward("gelatik" + _mark, friend, friend.Name);
            await hand.SeesAsync("1 pesan");
        }

        if (_number % 4 == 1)
        {
            hand.Phone.SendContact();
            await hand.SeesAsync("Kontak tidak kami simpan");
        }

        var written = hand.Last;
        hand.Says($"perkutut{_mark}{(_number % 10 == 3 ? $" nomor saya {Person.Phone}" : "")}");
        await hand.SeesAsync(message => message.Id > written && Hand.WordsOf(message).Contains(" pesan", StringComparison.Ordinal), "that it was noted");
        await hand.TapAsync("Lanjut");
        await hand.TapAsync("Tidak ada");
        if (_number % 10 == 3)
        {
            await hand.TapAsync("🙈");
        }

        await hand.TapAsync("✅ Kirim");
        await _resident.ReadsReceiptAsync();
        Reported = true;
        await AfterwardsAsync(hand);
    }

    /// <summary>The question that waits.</summary>
    public async Task AnswersAsync()
    {
        await _resident.LooksAsync();
        await _resident.Hand.TapAsync("💬");
        var before = _resident.Hand.Last;
        _resident.Hand.Says("cucakrawa" + _mark);
        await _resident.Hand.SeesAsync(message => message.Id > before, "that it was taken");
    }

    public IEnumerable<(string What, byte[] Bytes)> Needles() =>
    [
        .. Of(Person),
        .. ((string[])["MERPATI" + _mark, "perkutut" + _mark, "gelatik" + _mark, "cucakrawa" + _mark, "jelatik" + _mark, "kepodang" + _mark, "murai" + _mark, "kutilang" + _mark])
            .SelectMany(CanaryForms.Of).Select(form => ($"a word of {_number}, {form.Form}", form.Bytes)),
    ];

    public static IEnumerable<(string What, byte[] Bytes)> Of(Person person) =>
    [
        .. CanaryForms.Of(person.Id).Select(form => ($"the id {person.Id.ToString(CultureInfo.InvariantCulture)}, {form.Form}", form.Bytes)),
        .. CanaryForms.Of(long.Parse(person.Phone, CultureInfo.InvariantCulture)).Select(form => ($"the telephone of {person.Id}, {form.Form}", form.Bytes)),
        .. ((string[])[person.FirstName, person.LastName!, person.Username!, "0" + person.Phone["+62".Length..]])
            .SelectMany(CanaryForms.Of).Select(form => ($"a name of {person.Id}, {form.Form}", form.Bytes)),
    ];

    private async Task AfterwardsAsync(Hand hand)
    {
        switch (_number % 4)
        {
            case 0:
                await hand.TapAsync("🔔 Kabari saya");
                break;
            case 1:
                await _resident.BeginsAsync(); // a draft that is left lying
                var begun = hand.Last;
                hand.Says("jelatik" + _mark);
                await hand.SeesAsync(message => message.Id > begun && Hand.WordsOf(message).Contains(" pesan", StringComparison.Ordinal), "that it was noted");
                break;
            case 2:
                hand.Says("/hapus");
                await hand.PressAsync("🧹 Ya, hapus jejak");
                await Until.TrueAsync(HasErased, () => hand.Screen);
                break;
            default:
                await _resident.LooksAsync();
                break;
        }

        if (_number % 7 == 6)
        {
            await AsksForHelpAsync();
        }

        // Also where the program was killed in between and no longer knows what it said: nothing stands there but the farewell.
        bool HasErased() => hand.Phone.Messages.Where(message => !message.Deleted).ToList() is [{ From: null } farewell]
            && Hand.WordsOf(farewell).Contains("sudah kami hapus", StringComparison.Ordinal);
    }
}
