using System.Text.Json;
using Telegram.Bot.Wire;

namespace Telegram.Bot;

/// <summary>How Telegram's JSON is read and written, for a webhook that reads updates itself.</summary>
public static class JsonBotAPI
{
    public static JsonSerializerOptions Options { get; } = WireContext.Default.Options;
}
