using System.Text;
using Kentongan.Domain;
using Kentongan.Domain.Help;
using Kentongan.Domain.Programmes;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Contacts;
using Kentongan.Triage.Help;
using Kentongan.Triage.Keys;
using Kentongan.Triage.Tests.Reports;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Tests.Keys;

/// <summary>What lies in key directories since the first installation is opened by hand here, byte by byte: the formats may never change.</summary>
public sealed class KeyFormatTests
{
    [Fact]
    public async Task Keys_of_reports_and_of_help_lie_in_files_of_their_own_wrapped_by_keys_of_their_own()
    {
        await using var desk = await Desk.OpenAsync(StoreProvider.Sqlite, "konselor");
        var (report, key) = desk.Get<ReportKeys>().Next();
        var request = new HelpId(Guid.NewGuid());
        var secret = desk.Get<HelpKeys>().Make(request);

        Assert.Equal(key, Unwrapped(desk, "report-keys.db", "report_keys", "report", report.Value, "master-1.key"));
        Assert.Equal(secret, Unwrapped(desk, "help-keys.db", "help_keys", "request", request.Value, "help-1.key"));
        Assert.Null(Unwrapped(desk, "help-keys.db", "help_keys", "request", request.Value, "master-1.key"));
        Assert.Null(Unwrapped(desk, "report-keys.db", "report_keys", "report", report.Value, "help-1.key"));
    }

    [Fact]
    public async Task A_contact_of_either_kind_is_padded_ends_on_a_day_and_opens_with_its_own_key_alone()
    {
        await using var desk = await Desk.OpenAsync(StoreProvider.Sqlite);
        var (report, request) = (new ReportId(Guid.NewGuid()), new HelpId(Guid.NewGuid()));
        foreach (var chat in (long[])[7, 7_654_321_000_000])
        {
            await desk.CommitAsync(async unit =>
            {
                await desk.Get<ContactBook>().KeepAsync(unit, report, new Contact(chat, "kode", Language.Javanese));
                await desk.Get<HelpContacts>().KeepAsync(unit, request, new Contact(chat, "kode", Language.Javanese));
            });

            var (one, other) = (await desk.ReadAsync(db => db.Contacts.SingleAsync()), await desk.ReadAsync(db => db.Set<HelpContactRow>().SingleAsync()));
            Assert.Equal((33 + 256, 33 + 256), (one.Sealed.Length, other.Sealed.Length));
            Assert.Equal((TimeSpan.Zero, TimeSpan.Zero), (one.ExpiresAt.TimeOfDay, other.ExpiresAt.TimeOfDay));
            var key = await File.ReadAllBytesAsync(Path.Combine(desk.Keys, "contact-1.key"));
            var apart = MasterKey.Derive(key, "help-contacts");
            Assert.StartsWith($"{{\"Chat\":{chat},", Text(key, one.Sealed, $"contacts.sealed.{report.Value:N}"), StringComparison.Ordinal);
            Assert.StartsWith($"{{\"Chat\":{chat},", Text(apart, other.Sealed, $"help_contacts.sealed.{request.Value:N}"), StringComparison.Ordinal);
            Assert.Null(Text(key, other.Sealed, $"help_contacts.sealed.{request.Value:N}"));
        }

        // As they were written before they were padded.
        var old = Envelope.Seal(MasterKey.Derive(await File.ReadAllBytesAsync(Path.Combine(desk.Keys, "contact-1.key")), "help-contacts"), 1, "{\"Chat\":9,\"ReceiptToken\":\"x\",\"Language\":0}"u8, $"help_contacts.sealed.{request.Value:N}");
        await desk.CommitAsync(unit => unit.Db.Set<HelpContactRow>().ExecuteUpdateAsync(row => row.SetProperty(one => one.Sealed, old)));
        Assert.Equal(9, (await desk.ReadAsync(db => desk.Get<HelpContacts>().FindAsync(db, request, CancellationToken.None)))!.Chat);
    }

    private static string? Text(byte[] key, byte[] sealedBytes, string context) => Envelope.Open(key, sealedBytes, context) is { } plain ? Encoding.UTF8.GetString(plain) : null;

    private static byte[]? Unwrapped(Desk desk, string file, string table, string column, Guid id, string wrapping)
    {
        using var db = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(desk.Keys, file), Pooling = false }.ToString());
        db.Open();
        using var select = db.CreateCommand();
#pragma warning disable CA2100 // names of this test
        select.CommandText = $"SELECT wrapped FROM {table} WHERE {column} = $id";
#pragma warning restore CA2100
        select.Parameters.AddWithValue("$id", id.ToByteArray(bigEndian: true));
        return Envelope.Open(File.ReadAllBytes(Path.Combine(desk.Keys, wrapping)), (byte[])select.ExecuteScalar()!, $"{table}.wrapped.{id:N}");
    }
}
