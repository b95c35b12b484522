using Kentongan.Domain;
using Kentongan.Triage.Keys;
using Kentongan.Triage.Retention;
using Kentongan.Triage.Store;

namespace Kentongan.Triage.Reports;

/// <summary>An officer asks; the resident reads and answers by capability, and neither learns who (policy 5.8).</summary>
public sealed class AskReporter(CaseWork work, ReportVault vault, ReporterChannel channel, Randomness random)
{
    private const int Longest = 1000;

    /// <returns>A refusal where the text holds a link or a telephone number, as using it would tell the asker who reads, or where nobody would read it any more.</returns>
    public async Task<Outcome<MessageRow>> HandleAsync(Unit unit, OfficerCase by, string text)
    {
        if (LinkCheck.Refuses(text) is { } refused)
        {
            return refused;
        }

        var words = text.Trim() is { Length: > Longest } tooLong ? tooLong[..Longest] : text.Trim();
        if (!channel.IsOpen(by.Report, unit.Now) || vault.SealText(by.Report.Id, words) is not { } sealedText)
        {
            return new Refusal.Stale();
        }

        var question = new MessageRow
        {
            Id = random.Id(),
            Report = by.Report.Id,
            Officer = by.Card.Officer,
            Seat = by.Card.Seat,
            At = unit.Now,
            Open = true,
            SealedText = sealedText,
        };
        unit.Db.Messages.Add(question);
        by.Report.GaveWord(unit.Now);
        await CaseWork.RenewWordAsync(unit, by.Report);
        await work.NudgeAsync(unit, by.Report.Id);
        await work.RefreshCardsAsync(unit, by.Report, by.Card.Officer);
        return question;
    }
}
