using Kentongan.Bot.Conversations;

namespace Kentongan.Bot.Tests.Conversations;

public sealed class CleanTextTests
{
    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData(" \t\n ", null)]
    [InlineData("\u200b\u200d\u2060\ufeff", null)]
    [InlineData("\u202e", null)]
    [InlineData("\u3164\u115f", null)]
    [InlineData("\u00ad", null)]
    [InlineData("  ada ciu \n", "ada ciu")]
    [InlineData("satu\ndua\ttiga", "satu\ndua\ttiga")]
    [InlineData("satu\r\ndua", "satu\ndua")]
    [InlineData("mi\u200bras", "miras")]
    [InlineData("\u202eorez\u202c", "orez")]
    [InlineData("\u2066a\u2069b", "ab")]
    [InlineData("a\u0000\u0007\u001b[31mb", "a[31mb")]
    [InlineData("cafe\u0301", "cafe\u0301")]
    [InlineData("\u0627\u0644\u0633\u0648\u0642", "\u0627\u0644\u0633\u0648\u0642")]
    [InlineData("\ua9b2\ua9ab\ua9ae", "\ua9b2\ua9ab\ua9ae")]
    [InlineData("😀 a\ue000b", "😀 ab")]
    [InlineData("<b>&amp;*_", "<b>&amp;*_")]
    public void What_cannot_be_seen_is_taken_out(string? text, string? clean) => Assert.Equal(clean, CleanText.From(text));

    [Fact]
    public void Half_a_character_becomes_a_visible_mark_and_nothing_breaks() => Assert.Equal("a\ufffdb", CleanText.From("a\ud83db"));

    [Fact]
    public void Cleaning_twice_changes_nothing()
    {
        string[] texts = ["a\u200b\u0301b", "\u202eorez", " x\u3164 ", "e\u200b\u0301"];

        Assert.All(texts, text => Assert.Equal(CleanText.From(text), CleanText.From(CleanText.From(text))));
    }
}
