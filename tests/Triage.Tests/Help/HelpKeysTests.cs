using Kentongan.Domain.Programmes;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Contacts;
using Kentongan.Triage.Help;
using Kentongan.Triage.Keys;
using Kentongan.Triage.Tests.Reports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kentongan.Triage.Tests.Help;

/// <summary>Keys of help are their own, are proved at start, and rotate (design 9, policy 5.7).</summary>
public sealed class HelpKeysTests
{
    [Theory]
    [InlineData("help-1.key")]
    [InlineData("help-keys.db")]
    public async Task A_missing_or_foreign_key_stops_the_start_of_the_role_that_reads_help_and_of_no_other(string file)
    {
        await using var desk = await OpenedAsync();
        await using var other = await OpenedAsync();
        File.Delete(Path.Combine(desk.Keys, file));
        Assert.Contains($"'{file}' is missing", (await RefusedAsync(desk)).Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(desk.Keys, file)));

        File.Copy(Path.Combine(other.Keys, file), Path.Combine(desk.Keys, file));
        Assert.Contains("are not the ones", (await RefusedAsync(desk)).Message, StringComparison.Ordinal);

        await desk.Process().GetRequiredService<KeyProof>().CheckAsync(CancellationToken.None);
    }

    [Fact]
    public async Task An_old_file_of_keys_stops_the_start()
    {
        await using var desk = await OpenedAsync();
        var path = Path.Combine(desk.Keys, "help-keys.db");
        File.Copy(path, path + ".old");
        await desk.AskAsync();
        File.Copy(path + ".old", path, overwrite: true);

        Assert.Contains("lacks keys of the newest help requests", (await RefusedAsync(desk)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_key_of_reports_opens_help_and_it_reads_on_after_every_rotation()
    {
        await using var desk = await OpenedAsync();
        var receipt = await desk.AskAsync();
        var old = Path.Combine(desk.Keys, "help-1.key");
        Assert.True(File.Exists(old));

        Assert.Equal(2, await desk.Get<HelpKeyRotation>().RotateAsync(CancellationToken.None));
        var second = await desk.AskAsync();
        Assert.Equal([(1, 2), (2, 1)], desk.Get<HelpKeyRotation>().List()); // the file's own proof is wrapped by the first
        Assert.Equal(2, await desk.Get<HelpKeyRotation>().RewrapAsync(CancellationToken.None));

        Assert.False(File.Exists(old));
        Assert.Equal([(2, 3)], desk.Get<HelpKeyRotation>().List());
        var next = desk.Process();
        await next.GetRequiredService<HelpProof>().CheckAsync(CancellationToken.None);
        Assert.Equal(Asking.Story, (await desk.SeeAsync(receipt))!.Words[0].Text);
        Assert.Equal(Asking.Story, (await desk.SeeAsync(second))!.Words[0].Text);
        Assert.DoesNotContain(desk.Get<KeyRotation>().List(), key => key.Wraps > 1); // only the proof: no report was made
    }

    /// <summary>
    /// Of one conversation all words have one key: whoever can write the database must not lay what a counsellor said into the resident's mouth, nor
    /// one word in the place of another (threat-model 3).
    /// </summary>
    [Fact]
    public async Task A_word_opens_in_its_own_place_alone()
    {
        await using var desk = await OpenedAsync();
        var receipt = await desk.AskAsync();
        Assert.Null(await desk.TakeAsync("konselor"));
        Assert.Null(await desk.AnswerAsync("konselor"));
        Assert.True(await desk.CommitAsync(unit => desk.Get<HelpDoor>().WriteAsync(unit, receipt, "Setahun.", danger: false)));
        Assert.Equal(3, (await desk.SeeAsync(receipt))!.Words.Count);

        await desk.CommitAsync(async unit =>
        {
            var rows = await unit.Db.Set<HelpWordRow>().Where(row => row.Kind != HelpWordKind.Need).OrderBy(row => row.Id).ToListAsync();
            var texts = rows.Select(row => row.SealedText).ToList();
            rows.Zip(texts.Skip(1).Append(texts[0])).ToList().ForEach(pair => pair.First.SealedText = pair.Second); // each in the place of another
        });
        Assert.Empty((await desk.SeeAsync(receipt))!.Words);
    }

    [Fact]
    public async Task A_word_of_the_resident_does_not_open_as_one_of_the_counsellor()
    {
        await using var desk = await OpenedAsync();
        var receipt = await desk.AskAsync();

        await desk.CommitAsync(unit => unit.Db.Set<HelpWordRow>().Where(row => row.Kind == HelpWordKind.Resident)
            .ExecuteUpdateAsync(row => row.SetProperty(word => word.Kind, HelpWordKind.Counsellor)));

        Assert.Empty((await desk.SeeAsync(receipt))!.Words);
    }

    /// <summary>The key of contacts is one for all.</summary>
    [Fact]
    public async Task A_contact_that_is_laid_beside_another_conversation_leads_to_nobody()
    {
        await using var desk = await OpenedAsync();
        await desk.AskAsync();
        await desk.AskAsync();
        var requests = await desk.RequestsAsync();
        foreach (var (request, chat) in requests.Zip([7_000_000_001L, 7_000_000_002]))
        {
            await desk.CommitAsync(unit => desk.Get<HelpContacts>().KeepAsync(unit, request, new Contact(chat, "token", Language.Indonesian)));
        }

        await desk.CommitAsync(async unit =>
        {
            var rows = await unit.Db.Set<HelpContactRow>().ToListAsync();
            (rows[0].Sealed, rows[1].Sealed) = (rows[1].Sealed, rows[0].Sealed);
        });

        foreach (var request in requests)
        {
            Assert.Null(await desk.ReadAsync(db => desk.Get<HelpContacts>().FindAsync(db, request, CancellationToken.None)));
        }
    }

    private static async Task<Desk> OpenedAsync()
    {
        var desk = await Desk.OpenAsync(StoreProvider.Sqlite, "konselor");
        await desk.Get<KeyProof>().CheckAsync(CancellationToken.None);
        await desk.Get<HelpProof>().CheckAsync(CancellationToken.None);
        return desk;
    }

    private static Task<StartRefusedException> RefusedAsync(Desk desk) =>
        Assert.ThrowsAsync<StartRefusedException>(() => desk.Process().GetRequiredService<HelpProof>().CheckAsync(CancellationToken.None));
}
