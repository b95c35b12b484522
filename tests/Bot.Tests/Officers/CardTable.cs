namespace Kentongan.Bot.Tests.Officers;

/// <summary>What every part sees in every state: state line and rows of buttons.</summary>
internal static class CardTable
{
    public const string Expected = """

        """;
}
