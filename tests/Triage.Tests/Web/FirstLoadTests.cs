using System.Text.RegularExpressions;
using Kentongan.Domain;
using Kentongan.Domain.Deadlines;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Tests.Reports;
using Kentongan.Triage.Tests.Store;

namespace Kentongan.Triage.Tests.Web;

/// <summary>The board on a slow line: small, and with nothing that is found out only later.</summary>
public sealed partial class FirstLoadTests
{
    private const int Most = 150_000;

    [Fact]
    public async Task A_full_board_is_under_150_kB_in_all_with_one_round_trip_beyond_the_page()
    {
        await using var office = await Office.OpenAsync();
        await office.Desk.CommitAsync(unit =>
        {
            for (var i = 0; i < 800; i++)
            {
                var priority = (Priority)(i % 4);
                var report = Report.Receive(
                    new NewReport(
                        new ReportId(new Guid(i + 1, 0, 0, new byte[8])), $"A{i:000}-ZZZ"[..7], BitConverter.GetBytes(i), Desk.KindOf(priority), priority, Happening.Often, AccusedOffice.None,
                        Jepara.InKedung, 1, Timers.For(priority)),
                    unit.Now.AddMinutes(-i));
                Desk.Done(report.Offer(Actor.System, null, unit.Now));
                if (i % 3 == 0)
                {
                    Desk.Done(report.Accept(Actor.In("camat", office.Desk["camat"]), unit.Now));
                }

                unit.Db.Reports.Add(report);
                unit.Db.Deadlines.AddRange(DeadlinePlan.For(report, Jepara.Jurisdiction.Local, unit.Now).Select(due => new Triage.Store.DeadlineRow { Report = report.Id, Kind = due.Kind, DueAt = due.DueAt, Step = due.Step }));
            }

            return Task.CompletedTask;
        });
        var visitor = await office.SignInAsync("koordinator");

        var page = await visitor.GetAsync("/papan");
        var sizes = new List<(string What, int Bytes)> { ("/papan", System.Text.Encoding.UTF8.GetByteCount(page.Text)) };
        foreach (var address in Loaded().Matches(page.Text).Select(found => found.Groups[1].Value).Distinct())
        {
            var part = await visitor.GetAsync(address);
            Assert.Equal((address, 200), (address, part.Status));
            Assert.StartsWith("/aset/", address, StringComparison.Ordinal); // nothing from anybody else
            Assert.DoesNotMatch(FoundLater(), part.Text);
            sizes.Add((address, System.Text.Encoding.UTF8.GetByteCount(part.Text)));
        }

        Assert.Equal(100, Cards().Count(page.Text)); // a full lane and two full columns
        Assert.Equal(4, sizes.Count);
        Assert.True(sizes.Sum(one => one.Bytes) < Most, string.Join(", ", sizes));
    }

    [GeneratedRegex("<(?:link|script|img)[^>]*(?:href|src)=\"([^\"]+)\"")]
    private static partial Regex Loaded();

    [GeneratedRegex("<li class=\"case ")]
    private static partial Regex Cards();

    [GeneratedRegex(@"@import|url\(|\bimport\s*\(|\bimport .* from")]
    private static partial Regex FoundLater();
}
