using Kentongan.Domain.Help;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Tests.Reports;

namespace Kentongan.Domain.Tests.Help;

public sealed class HelpReceiptTests
{
    [Fact]
    public void Words_and_token_lead_back_to_the_same_receipt()
    {
        var receipt = HelpReceipt.New(new SeededRandomness(7));

        Assert.Equal(8, receipt.Words.Split(' ').Length);
        Assert.Equal(receipt.Hash, HelpReceipt.FromWords(receipt.Words.ToUpperInvariant().Replace(' ', '-'))!.Hash);
        Assert.Equal(receipt.Hash, HelpReceipt.FromToken(receipt.Token)!.Hash);
    }

    [Fact]
    public void No_words_are_a_receipt_of_both_kinds_and_the_same_key_has_two_hashes()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var help = HelpReceipt.New(new SeededRandomness(seed));
            var report = Receipt.FromToken(help.Token)!;

            Assert.Null(Receipt.FromWords(help.Words));
            Assert.Null(HelpReceipt.FromWords(report.Words));
            Assert.NotEqual(report.Hash, help.Hash);
        }
    }
}
