namespace Kentongan.Sandbox.Telegram;

/// <summary>Someone with a phone. All that real Telegram tells a bot about people is here, so that a bot can prove it ignores it.</summary>
/// <param name="Role">Whom they play: resident, camat, kapolsek, danramil, coordinator or counsellor. The bot never learns it.</param>
/// <param name="Place">The kecamatan of an officer's seat.</param>
internal sealed record Person(
    long Id,
    string FirstName,
    string? LastName,
    string? Username,
    string Language,
    string Phone,
    string Role,
    string? Place)
{
    public string Name => LastName is null ? FirstName : $"{FirstName} {LastName}";
}

/// <summary>The bot itself, and what it has told Telegram about itself.</summary>
internal sealed record BotProfile(long Id, string Name, string Username)
{
    public string Description { get; init; } = "";

    public string ShortDescription { get; init; } = "";

    public IReadOnlyList<BotCommandLine> Commands { get; init; } = [];
}

internal sealed record BotCommandLine(string Command, string Description);
