using System.Globalization;
using System.Text;
using Kentongan.Sandbox.Telegram;

namespace Kentongan.EndToEnd.Tests.Product.Canaries;

/// <summary>
/// Three hundred people, each with a number, names, a username, a telephone, words, photos and files of their own, go through everything
/// the product does, outage and kill -9 included. Afterwards whoever carries the machine away finds nothing of any of them.
/// </summary>
public sealed class CanaryRunTests
{
    private const int Residents = 300, AtOnce = 24;

    [Fact]
    public async Task Nothing_of_three_hundred_residents_lies_anywhere_on_the_machine()
    {
        await using var stage = await Stage.SetAsync();
        var people = Enumerable.Range(0, Residents).Select(number => new CanaryResident(stage.Telegram, number)).ToList();
        var friend = stage.Telegram.World.AddPerson("Burungdara Sahabatkaribku", "sahabat_karib_k");
        await WholeStoryAsync(stage, people[0]);

        var before = stage.Product;
        var crowd = Parallel.ForEachAsync(people.Skip(1), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (resident, _) => await resident.LivesAsync(friend));
        await Until.TrueAsync(() => people.Count(resident => resident.Reported) > Residents / 3 || crowd.IsCompleted, () => "Nobody reports.");
        await stage.FaultAsync("down", "sendMessage", seconds: 1);
        await stage.Product.KillAsync();
        await stage.StartAsync();
        await crowd;
        Poison(stage, people[1]);
        await stage.Telegram.World.Updates.EmptyAsync();
        var said = new List<Stage.Ended> { await stage.CommandAsync("backup"), await stage.CommandAsync("retention", "run", "--dry-run"), await stage.CommandAsync("officers", "list"), await stage.CommandAsync("doctor") };
        await stage.Product.KillAsync();

        Assert.Contains(stage.Home.Files(), path => path.Contains("backups", StringComparison.Ordinal));
        Assert.Equal(Residents, people.Count(resident => resident.Reported));
        (string Name, byte[] Bytes)[] places =
        [
            .. stage.Home.Files().Select(path => (Path.GetRelativePath(stage.Home.Root, path), File.ReadAllBytes(path))),
            ("the names of the files", Encoding.UTF8.GetBytes(string.Join('\n', stage.Home.Files()))),
            ("the output", Encoding.UTF8.GetBytes(before.Output + stage.Product.Output + string.Concat(said.Select(ended => ended.Output)))),
            ("the errors", Encoding.UTF8.GetBytes(before.Error + stage.Product.Error + string.Concat(said.Select(ended => ended.Error)))),
        ];
        var officers = new CanaryScanner(CanaryForms.Of(stage.Camat.Id));
        Assert.Contains(places, place => officers.In(place.Bytes).Any()); // the search does find what is there
        var scanner = new CanaryScanner([.. people.SelectMany(resident => resident.Needles()), .. CanaryResident.Of(friend), .. CanaryForms.Of(stage.Telegram.Token)]);
        Assert.Empty(places.SelectMany(place => scanner.In(place.Bytes).Select(what => $"{what} in {place.Name}")).Distinct());
    }

    /// <summary>One report from the first word to the resident's last: accepted, looked at, asked, answered, blanked, resolved, objected to.</summary>
    private static async Task WholeStoryAsync(Stage stage, CanaryResident siti)
    {
        await siti.LivesAsync(null);
        await stage.Kapolsek.TapAsync("✅ Terima");
        await stage.Kapolsek.TapAsync("📎 Lihat bukti");
        await stage.Kapolsek.SeesAsync(message => message.Attachment is Attachment.Photo, "the evidence");
        await stage.Kapolsek.TapAsync("💬 Tanya pelapor");
        await stage.Kapolsek.SeesAsync("Tulis pertanyaan");
        stage.Kapolsek.Says("Sebelah mana persisnya?");
        await stage.Kapolsek.SeesAsync("Pertanyaan disimpan");
        await siti.AnswersAsync();
        // The resident's answer redraws the card, and closes a menu that was open: it is opened until it stays.
        await Until.TrueAsync(
            () => stage.Kapolsek.FindButton("ditindak") is not null || (stage.Kapolsek.FindButton("🏁 Usulkan selesai") is { } menu && stage.Kapolsek.Phone.Press(menu.Message.Id, menu.Data) is null),
            () => $"The menu of results does not open.\n{stage.Kapolsek.Screen}");
        await stage.Kapolsek.TapAsync("ditindak");
        await stage.Kapolsek.SeesAsync("Ceritakan apa yang dilakukan");
        stage.Kapolsek.Says("Sudah didatangi bersama, semua anak diantar pulang ke rumahnya.");
        await stage.Kapolsek.SeesAsync("Sudah dicatat");
        await stage.Camat.TapAsync("☑️ Setujui selesai");
    }

    /// <summary>An update that cannot be handled, with all that Telegram tells about people.</summary>
    private static void Poison(Stage stage, CanaryResident resident) => stage.Telegram.World.Updates.Add("message", resident.Id, Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $$$"""
        {"message_id":9001,"date":1790000000,"photo":[{}],"caption":"{{{resident.Person.FirstName}}}","from":{"id":{{{resident.Id}}},"is_bot":false,
        "first_name":"{{{resident.Person.FirstName}}}","last_name":"{{{resident.Person.LastName}}}","username":"{{{resident.Person.Username}}}"},
        "chat":{"id":{{{resident.Id}}},"type":"private","first_name":"{{{resident.Person.FirstName}}}"}}
        """)));
}
