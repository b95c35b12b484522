using System.Globalization;
using System.Text;

namespace Kentongan.EndToEnd.Tests.Product.Canaries;

/// <summary>
/// Three hundred people, each with a number, names, a username, a telephone, words, photos and files of their own, go through everything
/// the product does, at the desk and with counsellors too, outage and kill -9 included. Afterwards whoever carries the machine away finds nothing of any of them.
/// </summary>
public sealed class CanaryRunTests
{
    private const int Residents = 300, AtOnce = 24;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nothing_of_three_hundred_residents_lies_anywhere_on_the_machine(bool postgres)
    {
        var (began, address) = (DateTimeOffset.UtcNow, new Uri($"http://127.0.0.1:{RefusalTests.FreePort()}"));
        await using var database = postgres ? await PostgresDatabase.CreateAsync() : null;
        await using var stage = await Stage.SetAsync([.. database?.Settings ?? [], $"--Web:Url={address}", "--Privacy:OfferDelay=00:00:02"]); // so that deeds wait, sealed, also while the power goes
        var story = new CanaryStory(stage, await stage.BindCounsellorAsync());
        var people = Enumerable.Range(0, Residents).Select(number => new CanaryResident(stage.Telegram, number)).ToList();
        var friend = stage.Telegram.World.AddPerson("Burungdara Sahabatkaribku", "sahabat_karib_k");
        await story.WholeReportAsync(people[0]);
        await story.VictimsAsync(people[1], people[2]);
        await story.HelpAsync(people[0]);
        await story.LeaveAsync();
        var answers = await story.DeskAsync(address, people[0]);

        var before = stage.Product;
        var crowd = Parallel.ForEachAsync(people.Skip(3), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (resident, _) => await resident.LivesAsync(friend));
        await Until.TrueAsync(() => people.Count(resident => resident.Reported) > Residents / 3 || crowd.IsCompleted, () => "Nobody reports.");
        await stage.FaultAsync("down", "sendMessage", seconds: 1);
        await stage.Product.KillAsync();
        await stage.StartAsync();
        await crowd;
        Poison(stage, people[1]);
        await stage.Telegram.World.Updates.EmptyAsync();
        var said = new List<Stage.Ended> { await stage.CommandAsync("backup"), await stage.CommandAsync("retention", "run", "--dry-run"), await stage.CommandAsync("officers", "list"), await stage.CommandAsync("doctor") };
        await stage.Product.KillAsync();
        Assert.Equal(Residents, people.Count(resident => resident.Reported));
        var scanner = new CanaryScanner([.. people.SelectMany(resident => resident.Needles()), .. CanaryResident.Of(friend), .. CanaryForms.Of(stage.Telegram.Token)]);
        string[] outputs = [before.Output, before.Error, stage.Product.Output, stage.Product.Error, .. said.Select(ended => ended.Output + ended.Error)];
        Assert.Empty(Found(scanner, [.. Places(stage, postgres), ("what was printed", Encoding.UTF8.GetBytes(string.Join('\n', outputs)))]));
        await NothingOnTheServerAsync(database, scanner, stage, began);

        // Who told it stands on no page, in no export and on no officer's phone.
        var persons = new CanaryScanner([.. people.SelectMany(resident => CanaryResident.Of(resident.Person)), .. CanaryResident.Of(friend)]);
        var phones = stage.Triad.Append(stage.Koordinator).Select(hand => (hand.Name, Encoding.UTF8.GetBytes(string.Join('\n', hand.Heard.Select(Hand.WordsOf)))));
        Assert.Empty(Found(persons, [.. answers, .. phones]));

        var backup = stage.Home.Files().Where(path => path.Contains("backups", StringComparison.Ordinal)).Order(StringComparer.Ordinal).LastOrDefault();
        Assert.Equal(postgres, backup is null); // with PostgreSQL it is the operator's pg_dump
        var closed = backup is null ? default : CanaryShredding.Readable(backup, stage.Home.Keys);
        Assert.Equal(closed.All, closed.Opened); // the backup was good
        Assert.True(CanaryShredding.HelpKeys(stage.Home.Keys) > 5);
        var morning = await CanaryShredding.RunLaterAsync(
            stage, ToMorning(), () => stage.Koordinator.Heard.Any(message => Hand.WordsOf(message).Contains("Perlu keputusan", StringComparison.Ordinal)), () => $"No digest comes.\n{stage.Koordinator.Screen}");
        var shredded = await CanaryShredding.LaterAsync(stage, TimeSpan.FromDays(430), "retention", "run");

        if (backup is not null)
        {
            var after = CanaryShredding.Readable(backup, stage.Home.Keys);
            Assert.Contains($"{closed.Opened - after.Opened} of {closed.Opened - after.Opened} reports were shredded.", shredded, StringComparison.Ordinal);
            Assert.True(after.Opened < closed.Opened && after.All == closed.All, $"{after} of {closed}");
        }

        Assert.Equal(0, CanaryShredding.HelpKeys(stage.Home.Keys));
        Assert.Empty(Found(scanner, [.. Places(stage, postgres), ("what was printed later", Encoding.UTF8.GetBytes(morning + shredded))]));
        await NothingOnTheServerAsync(database, scanner, stage, began);
    }

    /// <summary>The disk of PostgreSQL: tables, what was swept out of them and is not overwritten yet, and the write-ahead log.</summary>
    private static async Task NothingOnTheServerAsync(PostgresDatabase? database, CanaryScanner scanner, Stage stage, DateTimeOffset began)
    {
        if (database is null)
        {
            return;
        }

        var officers = new CanaryScanner(CanaryForms.Of(stage.Camat.Id));
        var (found, seen) = (new List<string>(), false);
        await foreach (var (name, bytes) in database.FilesAsync(began))
        {
            found.AddRange(scanner.In(bytes).Select(what => $"{what} in {name}"));
            seen |= officers.In(bytes).Any();
        }

        Assert.Empty(found.Distinct());
        Assert.True(seen); // the search does find what is there
    }

    /// <summary>Eight in the morning of the next day, in Jepara.</summary>
    private static TimeSpan ToMorning()
    {
        var now = DateTimeOffset.UtcNow;
        return new DateTimeOffset(now.AddHours(7).Date.AddDays(1), TimeSpan.FromHours(7)).AddHours(8) - now;
    }

    /// <summary>Every file, temporary ones and backups too, and their names.</summary>
    private static (string Name, byte[] Bytes)[] Places(Stage stage, bool postgres)
    {
        (string Name, byte[] Bytes)[] places =
        [
            .. stage.Home.Files().Select(path => (Path.GetRelativePath(stage.Home.Root, path), File.ReadAllBytes(path))),
            ("the names of the files", Encoding.UTF8.GetBytes(string.Join('\n', stage.Home.Files()))),
        ];
        var officers = new CanaryScanner(CanaryForms.Of(stage.Camat.Id));
        Assert.Equal(!postgres, places.Any(place => officers.In(place.Bytes).Any())); // the search does find what is there, where the database is a file of ours
        return places;
    }

    private static IEnumerable<string> Found(CanaryScanner scanner, IEnumerable<(string Name, byte[] Bytes)> places) =>
        places.SelectMany(place => scanner.In(place.Bytes).Select(what => $"{what} in {place.Name}")).Distinct();

    /// <summary>An update that cannot be handled, with all that Telegram tells about people.</summary>
    private static void Poison(Stage stage, CanaryResident resident) => stage.Telegram.World.Updates.Add("message", resident.Id, Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $$$"""
        {"message_id":9001,"date":1790000000,"photo":[{}],"caption":"{{{resident.Person.FirstName}}}","from":{"id":{{{resident.Id}}},"is_bot":false,
        "first_name":"{{{resident.Person.FirstName}}}","last_name":"{{{resident.Person.LastName}}}","username":"{{{resident.Person.Username}}}"},
        "chat":{"id":{{{resident.Id}}},"type":"private","first_name":"{{{resident.Person.FirstName}}}"}}
        """)));
}
