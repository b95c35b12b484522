using Kentongan.Domain;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Keys;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Tests.Reports;
using Kentongan.Triage.Tests.Store;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kentongan.Triage.Tests.Keys;

/// <summary>A key a report, outside the database and its backups; deleting it shreds every copy (design 4, threat-model 4, row 6).</summary>
public sealed class ReportKeysTests
{
    public static TheoryData<StoreProvider> Both => TestDatabases.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task A_shredded_report_opens_nowhere_not_even_from_an_older_copy(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, Desk.Usual);
        var (shredded, kept) = (await desk.FileAsync(Desk.Filing(story: "Cerita satu.")), await desk.FileAsync(Desk.Filing(story: "Cerita dua.")));
        var backup = await desk.ReadAsync(db => db.Contents.AsNoTracking().SingleAsync(row => row.Report == shredded));
        Assert.Equal(["Cerita satu."], desk.Get<ReportVault>().OpenContent(shredded, backup.Sealed)!.Story);

        desk.Get<ReportKeys>().Destroy(shredded);

        Assert.Null(desk.Get<ReportVault>().OpenContent(shredded, backup.Sealed));
        Assert.Null(desk.Process().GetRequiredService<ReportVault>().OpenContent(shredded, backup.Sealed));
        Assert.Null(await desk.ReadAsync(db => desk.Get<ReportVault>().ReadContentAsync(db, shredded, CancellationToken.None)));
        Assert.Equal(["Cerita dua."], (await desk.ReadAsync(db => desk.Get<ReportVault>().ReadContentAsync(db, kept, CancellationToken.None)))!.Story);
        Assert.Null(desk.Get<ReportVault>().SealText(shredded, "x"));
        var card = (await desk.CardsAsync(shredded)).First(card => card.Officer == desk["camat"]);
        Assert.Null((await desk.ReadAsync(db => desk.Get<CardQueries>().ReadAsync(db, card.Id, CancellationToken.None)))!.Story);
    }

    [Fact]
    public async Task Nothing_of_a_destroyed_key_stays_in_its_file()
    {
        await using var desk = await Desk.OpenAsync(StoreProvider.Sqlite, Desk.Usual);
        List<ReportId> ids = [];
        for (var i = 0; i < 5; i++)
        {
            ids.Add(await desk.FileAsync());
        }

        var path = Path.Combine(desk.Keys, "report-keys.db");
        var wrapped = Wrapped(path, ids[2]);
        Assert.NotEqual(-1, File.ReadAllBytes(path).AsSpan().IndexOf(wrapped));

        desk.Get<ReportKeys>().Destroy(ids[2]);

        foreach (var file in Directory.GetFiles(desk.Keys))
        {
            Assert.Equal(-1, File.ReadAllBytes(file).AsSpan().IndexOf(wrapped.AsSpan(0, 24)));
        }

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        Assert.NotNull(desk.Get<ReportKeys>().Find(ids[1]));
    }

    [Fact]
    public async Task A_key_cannot_be_moved_to_another_report_nor_content_to_another_use()
    {
        await using var desk = await Desk.OpenAsync(StoreProvider.Sqlite);
        var vault = desk.Get<ReportVault>();
        var content = new ReportContent(["Cerita."], [], null);
        var ((one, sealedOne), (two, _)) = (vault.SealNew(content), vault.SealNew(content));

        Assert.Equal(["Cerita."], vault.OpenContent(one, sealedOne)!.Story);
        Assert.Null(vault.OpenContent(two, sealedOne));
        Assert.Null(vault.OpenText(one, sealedOne));
        Assert.Null(vault.OpenContent(one, vault.SealText(one, "{}")!));

        Execute(
            Path.Combine(desk.Keys, "report-keys.db"),
            "UPDATE report_keys SET wrapped = (SELECT wrapped FROM report_keys WHERE report = $one) WHERE report = $two",
            one,
            two);
        Assert.Throws<InvalidOperationException>(() => desk.Get<ReportKeys>().Find(two)); // and does not pass for a shredded report
    }

    [Fact]
    public async Task Two_processes_hand_out_no_id_twice()
    {
        await using var desk = await Desk.OpenAsync(StoreProvider.Sqlite);
        ReportKeys[] keys = [desk.Get<ReportKeys>(), desk.Process().GetRequiredService<ReportKeys>()];

        var ids = (await Task.WhenAll(keys.SelectMany(one => Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
            Enumerable.Range(0, 50).Select(_ => one.Next()).ToList()))))).SelectMany(made => made).ToList();

        Assert.Equal(400, ids.Select(made => made.Report).Distinct().Count());
        Assert.All(ids, made => Assert.Equal(made.Key, keys[0].Find(made.Report)));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_right_keys_start_again_and_again(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);

        await ProveAsync(desk.Services);
        await ProveAsync(desk.Services);
        await Task.WhenAll(Task.Run(() => ProveAsync(desk.Process())), Task.Run(() => ProveAsync(desk.Process())));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Two_processes_may_start_for_the_first_time_at_once(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        var (one, other) = (desk.Process(), desk.Process());

        await Task.WhenAll(Task.Run(() => ProveAsync(one)), Task.Run(() => ProveAsync(other)));

        Assert.Equal(3, await desk.ReadAsync(db => db.Settings.CountAsync())); // a proof each of the master key, the derived key and the report keys
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Other_keys_or_none_stop_the_start_and_make_none(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        await ProveAsync(desk.Services);
        var master = Path.Combine(desk.Keys, "master-1.key");
        var right = await File.ReadAllBytesAsync(master);

        File.Delete(master);
        await Assert.ThrowsAsync<StartRefusedException>(() => ProveAsync(desk.Process()));
        Assert.False(File.Exists(master));

        await File.WriteAllBytesAsync(master, new byte[32]);
        File.SetUnixFileMode(master, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => ProveAsync(desk.Process()));
        Assert.StartsWith("The keys in Keys:Directory are not the ones this data was sealed with", refused.Message, StringComparison.Ordinal);

        await File.WriteAllBytesAsync(master, right);
        await ProveAsync(desk.Process());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Without_the_keys_of_existing_reports_nothing_starts(StoreProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, "camat");
        await ProveAsync(desk.Services);
        await desk.FileAsync();

        File.Move(Path.Combine(desk.Keys, "report-keys.db"), Path.Combine(desk.Keys, "elsewhere"));

        await Assert.ThrowsAsync<StartRefusedException>(() => ProveAsync(desk.Process()));
    }

    private static Task ProveAsync(IServiceProvider process) => process.GetRequiredService<KeyProof>().CheckAsync(CancellationToken.None);

    private static byte[] Wrapped(string path, ReportId id)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT wrapped FROM report_keys WHERE report = $one";
        command.Parameters.AddWithValue("$one", id.Value.ToByteArray(bigEndian: true));
        return (byte[])command.ExecuteScalar()!;
    }

    private static void Execute(string path, string sql, ReportId one, ReportId two)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$one", one.Value.ToByteArray(bigEndian: true));
        command.Parameters.AddWithValue("$two", two.Value.ToByteArray(bigEndian: true));
        Assert.Equal(1, command.ExecuteNonQuery());
    }
}
