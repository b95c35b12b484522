using Kentongan.Domain.Reports;

namespace Kentongan.Domain.Tests.Reports;

/// <summary>The four words of policy 2, for every state and every way in which a report can have ended.</summary>
public sealed class ResidentWordTests
{
    private const string NotClosed = """
        Received: Diterima
        Screening: Diterima
        Offered: Diterima
        Accepted: Ditangani
        InProgress: Ditangani
        Waiting: Ditangani
        ResolutionProposed: Ditangani
        Referred: Ditangani
        Merged: Diterima
        Quarantined: Diterima
        """;

    private const string WhenClosed = """
        ActedUpon: Selesai
        Prevented: Selesai
        Withdrawn: Selesai
        Unfounded: TidakDapatDitindaklanjuti
        InsufficientInformation: TidakDapatDitindaklanjuti
        OutOfJurisdiction: TidakDapatDitindaklanjuti
        Duplicate: TidakDapatDitindaklanjuti
        Hoax: TidakDapatDitindaklanjuti
        """;

    [Fact]
    public void Before_the_end_the_state_alone_gives_the_word()
    {
        var table = Read<ReportStatus>(NotClosed);
        ReportOutcome?[] outcomes = [null, .. Enum.GetValues<ReportOutcome>().Select(outcome => (ReportOutcome?)outcome)];

        Assert.Equal(Enum.GetValues<ReportStatus>().Length - 1, table.Count);
        foreach (var (status, word) in table)
        {
            Assert.All(outcomes, outcome => Assert.Equal(word, Lifecycle.WordFor(status, outcome)));
        }
    }

    [Fact]
    public void At_the_end_the_outcome_gives_the_word()
    {
        var table = Read<ReportOutcome>(WhenClosed);

        Assert.Equal(Enum.GetValues<ReportOutcome>().Order(), table.Keys.Order());
        Assert.All(table, row => Assert.Equal(row.Value, Lifecycle.WordFor(ReportStatus.Closed, row.Key)));
        Assert.Equal(ResidentWord.TidakDapatDitindaklanjuti, Lifecycle.WordFor(ReportStatus.Closed, null));
    }

    private static Dictionary<T, ResidentWord> Read<T>(string table)
        where T : struct, Enum => table.Split('\n', StringSplitOptions.TrimEntries)
            .Select(line => line.Split(": "))
            .ToDictionary(cells => Enum.Parse<T>(cells[0]), cells => Enum.Parse<ResidentWord>(cells[1]));
}
