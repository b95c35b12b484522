using Kentongan.Bot.Conversations;
using Kentongan.Bot.Delivery;
using Kentongan.Triage.Contacts;
using Kentongan.Triage.Evidence;
using Kentongan.Triage.Officers;
using Kentongan.Triage.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Bot.Tests.Offices;

/// <summary>What is sealed is bound to its row: whoever can write the database moves nothing of one person to another (threat-model 3).</summary>
public sealed class SealedStateTests
{
    private const long Siti = 7_000_000_001, Joko = 7_000_000_002;

    private const string Draft = "Rumah cat hijau di ujung gang.";

    [Fact]
    public async Task A_draft_that_is_laid_under_another_chat_opens_there_for_nobody()
    {
        await using var office = await Office.OpenAsync();
        foreach (var (resident, words) in ((long, string)[])[(Siti, Draft), (Joko, "Warung di tepi sawah.")])
        {
            await office.SayAsync(resident, "/lapor");
            await office.SayAsync(resident, words);
        }

        await SwapAsync(office, "conversations", "sealed");
        var (before, after) = (office.Telegram.Of(Joko).Count, office.Telegram.Calls.Count);
        await office.TapAsync(Joko, "c:miras");
        await office.SayAsync(Joko, "/lapor");

        Assert.True(office.Telegram.Of(Joko).Count > before); // answered, from the beginning
        Assert.DoesNotContain(office.Telegram.Calls.Skip(after), call => call.Body.Contains("cat hijau", StringComparison.Ordinal));
        Assert.Contains("Mau lapor soal apa?", office.Telegram.Of(Joko)[^1].Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contact_that_is_laid_beside_another_report_leads_to_nobody()
    {
        await using var office = await Office.OpenAsync();
        foreach (var resident in (long[])[Siti, Joko])
        {
            await office.ReportAsync(resident);
            await office.PressAsync(resident, "🔔 Kabari saya");
        }

        await SwapAsync(office, "contacts", "sealed");

        var reports = await office.ReadAsync(db => db.Reports.Select(report => report.Id).ToListAsync());
        Assert.Equal(2, reports.Count);
        foreach (var report in reports)
        {
            Assert.Null(await office.ReadAsync(db => office.Get<ContactBook>().FindAsync(db, report, CancellationToken.None)));
        }
    }

    [Fact]
    public async Task A_file_of_evidence_opens_under_its_own_name_alone()
    {
        await using var office = await Office.OpenAsync();
        var store = office.Get<EvidenceStore>();
        var kept = await store.KeepAsync(new CleaningResult.Cleaned(default, "image/jpeg", "jpg", [1, 2, 3]), CancellationToken.None);
        var other = kept with { Id = new(Guid.Parse("6f9619ff-8b86-4011-b42d-00cf4fc964ff")) };
        var folder = Path.Combine(office.Data, "evidence");
        File.Copy(Path.Combine(folder, kept.Id.Value.ToString("N")), Path.Combine(folder, other.Id.Value.ToString("N")));

        Assert.Equal([1, 2, 3], await store.ReadAsync(kept, CancellationToken.None));
        Assert.Null(await store.ReadAsync(other, CancellationToken.None)); // with the right key, in the wrong place
    }

    /// <summary>All that waits for a chat is sealed with the key of one day: what it is for is part of the seal.</summary>
    [Fact]
    public async Task What_is_sealed_for_one_purpose_is_no_letter_of_another()
    {
        await using var office = await Office.OpenAsync();
        var camat = await office.BindAsync("camat", Joko);
        await office.ReportAsync(Siti);
        await office.SayAsync(Siti, Draft); // a conversation
        await office.CommitAsync(async unit =>
        {
            await office.Get<CardRecall>().OfAsync(unit, camat, Joko);
            await office.Get<EffectRunner>().QueueAsync(unit, new Reply(Siti, null, "Halo", []));
            return true;
        });
        var draft = await office.ReadAsync(db => db.Database.SqlQueryRaw<byte[]>("SELECT sealed AS \"Value\" FROM conversations").SingleAsync());
        var waiting = await office.ReadAsync(db => db.Outbox.AsNoTracking().Where(row => row.Sealed != null).ToListAsync());
        var (answer, recall) = (waiting.Single(row => row.Kind == OutboxKind.Reply).Sealed!, waiting.First(row => row.Kind == OutboxKind.Recall).Sealed!);

        Assert.Equal(["own", "own"], [await OpenAsync(OutboxKind.Reply, answer), await OpenAsync(OutboxKind.Recall, recall)]);
        Assert.Equal(
            ["none", "none", "none", "none"],
            [await OpenAsync(OutboxKind.Reply, recall), await OpenAsync(OutboxKind.Reply, draft), await OpenAsync(OutboxKind.Recall, answer), await OpenAsync(OutboxKind.Recall, draft)]);

        async Task<string> OpenAsync(OutboxKind kind, byte[] bytes) =>
            await office.Get<Letters>().AddressAsync(new OutboxRow { Kind = kind, Sealed = bytes }, CancellationToken.None) is null ? "none" : "own";
    }

    /// <summary>As somebody would who can write the database and knows no key.</summary>
    private static Task<int> SwapAsync(Office office, string table, string column) => office.CommitAsync(async unit =>
    {
#pragma warning disable EF1002 // names of this test
        await unit.Db.Database.ExecuteSqlRawAsync($"CREATE TEMP TABLE before AS SELECT rowid AS number, {column} FROM {table}"); // or the second would read what the first became
        var changed = await unit.Db.Database.ExecuteSqlRawAsync($"UPDATE {table} SET {column} = (SELECT other.{column} FROM before AS other WHERE other.number <> {table}.rowid)");
        await unit.Db.Database.ExecuteSqlRawAsync("DROP TABLE before");
#pragma warning restore EF1002
        Assert.Equal(2, changed);
        return changed;
    });
}
