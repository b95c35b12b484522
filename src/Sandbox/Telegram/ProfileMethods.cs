using System.Text.Json;
using System.Text.RegularExpressions;

namespace Kentongan.Sandbox.Telegram;

/// <summary>What the bot says about itself.</summary>
internal sealed partial class ProfileMethods(TelegramWorld world)
{
    public Answer GetMe(BotCall call) => Answer.Of(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("id", world.Bot.Id);
        json.WriteBoolean("is_bot", true);
        json.WriteString("first_name", world.Bot.Name);
        json.WriteString("username", world.Bot.Username);
        json.WriteBoolean("can_join_groups", true);
        json.WriteBoolean("can_read_all_group_messages", false);
        json.WriteBoolean("supports_inline_queries", false);
        json.WriteBoolean("can_connect_to_business", false);
        json.WriteBoolean("has_main_web_app", false);
        json.WriteEndObject();
    });

    public Answer SetCommands(BotCall call)
    {
        if (call.Json("commands") is not { ValueKind: JsonValueKind.Array } list)
        {
            return Refusal.Bad("can't parse BotCommand: expected an Array of BotCommand");
        }

        var commands = new List<BotCommandLine>();
        foreach (var item in list.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Object
                || !item.TryGetProperty("command", out var name) || name.ValueKind != JsonValueKind.String
                || !item.TryGetProperty("description", out var words) || words.ValueKind != JsonValueKind.String)
            {
                return Refusal.Bad("can't parse BotCommand: BotCommand must have a command and a description");
            }

            var line = new BotCommandLine(name.GetString()!.TrimStart('/'), words.GetString()!);
            if (!CommandName().IsMatch(line.Command))
            {
                return Refusal.Bad("BOT_COMMAND_INVALID");
            }

            if (line.Description.Length is 0 or > 256)
            {
                return Refusal.Bad("BOT_COMMAND_DESCRIPTION_INVALID");
            }

            commands.Add(line);
        }

        return commands.Count > 100 ? Refusal.Bad("BOT_COMMANDS_TOO_MUCH") : InDefaultLanguage(call, bot => bot with { Commands = commands });
    }

    public Answer DeleteCommands(BotCall call) => InDefaultLanguage(call, bot => bot with { Commands = [] });

    public Answer SetDescription(BotCall call) => call.Text("description") is { Length: > 512 }
        ? Refusal.Bad("BOT_DESCRIPTION_TOO_LONG")
        : InDefaultLanguage(call, bot => bot with { Description = call.Text("description") ?? "" });

    public Answer SetShortDescription(BotCall call) => call.Text("short_description") is { Length: > 120 }
        ? Refusal.Bad("BOT_SHORT_DESCRIPTION_TOO_LONG")
        : InDefaultLanguage(call, bot => bot with { ShortDescription = call.Text("short_description") ?? "" });

    /// <summary>The phones here show the words without a language and for no special scope; others are taken and not shown.</summary>
    private Answer InDefaultLanguage(BotCall call, Func<BotProfile, BotProfile> change)
    {
        var everywhere = call.Json("scope") is not { ValueKind: JsonValueKind.Object } scope
            || (scope.TryGetProperty("type", out var type) && type.GetString() is "default" or "all_private_chats");
        if (everywhere && string.IsNullOrEmpty(call.Text("language_code")))
        {
            world.Bot = change(world.Bot);
        }

        return Answer.True;
    }

    [GeneratedRegex("^[a-z0-9_]{1,32}$", RegexOptions.CultureInvariant)]
    private static partial Regex CommandName();
}
