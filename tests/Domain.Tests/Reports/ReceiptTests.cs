using Kentongan.Domain.Reports;

namespace Kentongan.Domain.Tests.Reports;

/// <summary>What a resident writes on paper opens their report again, and nothing else does (threat-model 3).</summary>
public sealed class ReceiptTests
{
    private const string Consonants = "bcdghjklmnprstwy";
    private const string Vowels = "aiuo";

    private static readonly List<Receipt> Receipts = Many(3000);

    [Fact]
    public void Words_and_token_lead_back_to_the_same_receipt()
    {
        Assert.All(Receipts, receipt =>
        {
            Assert.Equal(receipt.Hash, Receipt.FromWords(receipt.Words)!.Hash);
            Assert.Equal(receipt.Hash, Receipt.FromToken(receipt.Token)!.Hash);
            Assert.Equal(receipt.Token, Receipt.FromWords(receipt.Words)!.Token);
        });
    }

    [Fact]
    public void A_receipt_is_eight_words_of_six_letters_that_can_be_spoken() => Assert.All(Receipts, receipt =>
    {
        var words = receipt.Words.Split(' ');

        Assert.Equal(8, words.Length);
        Assert.All(words, word =>
        {
            Assert.Equal(6, word.Length);
            Assert.All(word.Index(), letter => Assert.Contains(letter.Item, letter.Index % 2 == 0 ? Consonants : Vowels));
        });
    });

    [Fact]
    public void A_token_is_22_characters_that_fit_into_a_button() =>
        Assert.All(Receipts, receipt => Assert.Matches("^[A-Za-z0-9_-]{22}$", receipt.Token));

    [Fact]
    public void All_128_bits_are_random_and_all_of_them_count()
    {
        var keys = Receipts.Select(receipt => System.Buffers.Text.Base64Url.DecodeFromChars(receipt.Token)).ToList();

        Assert.All(keys, key => Assert.Equal(16, key.Length));
        for (var bit = 0; bit < 128; bit++)
        {
            var ones = keys.Count(key => (key[bit / 8] >> (bit % 8) & 1) == 1);
            Assert.InRange(ones, keys.Count * 0.44, keys.Count * 0.56); // 6.5 standard deviations
        }

        for (var bit = 0; bit < 128; bit++)
        {
            var other = (byte[])keys[0].Clone();
            other[bit / 8] ^= (byte)(1 << (bit % 8));
            var changed = Receipt.FromToken(System.Buffers.Text.Base64Url.EncodeToString(other))!;
            Assert.NotEqual(Receipts[0].Hash, changed.Hash);
            Assert.NotEqual(Receipts[0].Words, changed.Words);
        }
    }

    [Fact]
    public void No_two_receipts_are_alike()
    {
        Assert.Equal(Receipts.Count, Receipts.Select(receipt => receipt.Words).Distinct().Count());
        Assert.Equal(Receipts.Count, Receipts.Select(receipt => Convert.ToHexString(receipt.Hash)).Distinct().Count());
    }

    [Fact]
    public void The_server_knows_256_bits_that_are_not_the_key() => Assert.All(Receipts, receipt =>
    {
        Assert.Equal(32, receipt.Hash.Length);
        Assert.Equal(-1, receipt.Hash.AsSpan().IndexOf(System.Buffers.Text.Base64Url.DecodeFromChars(receipt.Token)));
    });

    [Fact]
    public void Retyped_as_people_do_it_still_opens()
    {
        foreach (var receipt in Receipts.Take(300))
        {
            string[] retyped =
            [
                receipt.Words.ToUpperInvariant(),
                $"  {receipt.Words}\n",
                receipt.Words.Replace(' ', '-'),
                receipt.Words.Replace(" ", "\r\n", StringComparison.Ordinal),
                receipt.Words.Replace(" ", "   ", StringComparison.Ordinal),
                receipt.Words.Replace(" ", "", StringComparison.Ordinal),
                receipt.Words.Replace(" ", ", ", StringComparison.Ordinal) + ".",
                string.Join(' ', receipt.Words.Where(char.IsLetter).Chunk(4).Select(letters => new string(letters))),
                string.Join(' ', receipt.Words.Split(' ').Select(word => char.ToUpperInvariant(word[0]) + word[1..])),
                string.Join('\n', receipt.Words.Split(' ').Select((word, index) => $"{index + 1}. {word}")),
            ];

            Assert.All(retyped, text => Assert.Equal(receipt.Hash, Receipt.FromWords(text)?.Hash));
        }
    }

    [Fact]
    public void A_single_wrong_letter_is_refused()
    {
        var (tried, accepted) = (0, 0);
        foreach (var receipt in Receipts.Take(30))
        {
            for (var at = 0; at < receipt.Words.Length; at++)
            {
                var right = receipt.Words[at];
                foreach (var letter in "abcdefghijklmnopqrstuvwxyz".Where(letter => right != ' ' && right != letter))
                {
                    var wrong = receipt.Words[..at] + letter + receipt.Words[(at + 1)..];
                    accepted += Receipt.FromWords(wrong) is null ? 0 : 1;
                    tried++;
                }
            }
        }

        Assert.Equal(30 * 48 * 25, tried);
        Assert.InRange(accepted, 0, 3); // 13,000 of them are syllables; a check of 16 bits misses one in 65,536
    }

    [Fact]
    public void Two_words_exchanged_are_refused()
    {
        var accepted = Receipts.Take(1000).Count(receipt =>
        {
            var words = receipt.Words.Split(' ');
            (words[2], words[5]) = (words[5], words[2]);
            return words[2] != words[5] && Receipt.FromWords(string.Join(' ', words)) is not null;
        });

        Assert.InRange(accepted, 0, 1);
    }

    [Fact]
    public void What_is_too_short_too_long_or_no_syllable_is_no_receipt()
    {
        var words = Receipts[0].Words;

        Assert.Null(Receipt.FromWords(""));
        Assert.Null(Receipt.FromWords("lapor"));
        Assert.Null(Receipt.FromWords(words[..^1]));
        Assert.Null(Receipt.FromWords(words[..^7]));
        Assert.Null(Receipt.FromWords(words + "a"));
        Assert.Null(Receipt.FromWords(words + " " + words));
        Assert.Null(Receipt.FromWords(new string('a', 48)));
        Assert.Null(Receipt.FromWords(new string('é', 48)));
    }

    [Fact]
    public void Garbage_is_no_token()
    {
        var token = Receipts[0].Token;

        string[] garbage =
        [
            "", " ", token[..21], token + "A", token + "==", $" {token[..21]}", $"{token[..20]}==", $"{token[..21]}=", $"{token[..21]}\n",
            new('+', 22), new('/', 22), new('é', 22), new('=', 22), new(' ', 22), "../../../../etc/passwd", "aaaaaaaaaaaaaaaaaaaa\u0000a",
        ];
        Assert.All(garbage, text => Assert.Null(Receipt.FromToken(text)));
    }

    [Fact]
    public void Any_text_at_all_is_answered_and_not_thrown_at()
    {
        var random = new SeededRandomness(5);
        for (var i = 0; i < 5000; i++)
        {
            var text = new string([.. random.Bytes(22).Select(value => (char)(i % 2 == 0 ? value % 128 : value * 7))]);
            if (Receipt.FromToken(text) is { } read)
            {
                Assert.Matches("^[A-Za-z0-9_-]{22}$", text);
                Assert.Equal(22, read.Token.Length);
            }

            Assert.Null(Receipt.FromWords(text));
        }
    }

    private static List<Receipt> Many(int count)
    {
        var random = new SeededRandomness(4711);
        return [.. Enumerable.Range(0, count).Select(_ => Receipt.New(random))];
    }
}
