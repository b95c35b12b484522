using System.Text.RegularExpressions;
using Kentongan.Domain;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Tests.Store;

namespace Kentongan.Triage.Tests.Web;

/// <summary>What is done to several cases at once is undone where the lifecycle has a way back (policy 2); the rest is held back first: <see cref="HeldDeedTests"/>.</summary>
public sealed partial class BulkTests
{
    public static TheoryData<StoreProvider> Both => TestDatabases.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task What_was_taken_out_of_quarantine_goes_back_by_one_button(StoreProvider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var id = await CaseDeskTests.BringToAsync(office.Desk, ReportStatus.Quarantined);
        var coordinator = await office.SignInAsync("koordinator");

        var preview = await PreviewAsync(office, coordinator, "Screen", id);
        var done = await coordinator.SendAsync("/daftar", "/daftar/banyak/lakukan", [("tindakan", "Screen"), .. Chosen(preview)]);
        Assert.Equal(ReportStatus.Screening, (await office.Desk.ReportAsync(id)).Status);
        var reason = Reason().Match(done.Words).Groups[1].Value;
        var undone = await coordinator.SendAsync("/daftar", "/daftar/banyak/lakukan", [("tindakan", "Quarantine"), ("teks", reason), .. Chosen(done)]);

        Assert.Contains("Bisa dibatalkan", preview.Words, StringComparison.Ordinal);
        Assert.Contains("masukkan lagi ke karantina", done.Words, StringComparison.Ordinal);
        Assert.Contains("1 dari 1 sudah dilakukan", undone.Words, StringComparison.Ordinal);
        Assert.Equal(ReportStatus.Quarantined, (await office.Desk.ReportAsync(id)).Status);
    }

    private static async Task<Answer> PreviewAsync(Office office, Visitor visitor, string action, ReportId id) =>
        await visitor.SendAsync("/daftar", "/daftar/banyak", ("tindakan", action), ("kasus", (await office.Desk.ReportAsync(id)).CaseNumber));

    private static IEnumerable<(string, string)> Chosen(Answer page) => Case().Matches(page.Text).Select(found => ("kasus", found.Groups[1].Value));

    [GeneratedRegex("name=\"kasus\" value=\"([^\"]+)\"")]
    private static partial Regex Case();

    [GeneratedRegex("name=\"teks\" value=\"([^\"]+)\"")]
    private static partial Regex Reason();
}
