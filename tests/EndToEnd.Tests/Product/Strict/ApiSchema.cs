using System.Text;
using System.Text.Json;

namespace Kentongan.EndToEnd.Tests.Product.Strict;

/// <summary>What the documentation of the Bot API allows in a call. What is not written down there is a violation.</summary>
internal static class ApiSchema
{
    private const string Sending =
        "chat_id:chat! message_thread_id:whole disable_notification:flag protect_content:flag reply_parameters:reply reply_markup:markup ";

    private const string Captioned = "caption:caption parse_mode:mode caption_entities:list ";

    // name:kind, with a ! where it is required
    private static readonly Dictionary<string, Dictionary<string, Parameter>> Methods = new Dictionary<string, string>
    {
        ["getMe"] = "",
        ["getUpdates"] = "offset:whole limit:whole timeout:whole allowed_updates:list",
        ["setWebhook"] = "url:text! ip_address:text max_connections:whole allowed_updates:list drop_pending_updates:flag secret_token:secret",
        ["deleteWebhook"] = "drop_pending_updates:flag",
        ["getWebhookInfo"] = "",
        ["sendMessage"] = Sending + "text:text! parse_mode:mode entities:list link_preview_options:preview",
        ["sendPhoto"] = Sending + Captioned + "photo:file! has_spoiler:flag",
        ["sendDocument"] = Sending + Captioned + "document:file! disable_content_type_detection:flag",
        ["sendVideo"] = Sending + Captioned + "video:file! duration:whole width:whole height:whole supports_streaming:flag has_spoiler:flag",
        ["sendVoice"] = Sending + Captioned + "voice:file! duration:whole",
        ["editMessageText"] = "chat_id:chat! message_id:whole! text:text! parse_mode:mode entities:list link_preview_options:preview reply_markup:inline",
        ["editMessageReplyMarkup"] = "chat_id:chat! message_id:whole! reply_markup:inline",
        ["deleteMessage"] = "chat_id:chat! message_id:whole!",
        ["deleteMessages"] = "chat_id:chat! message_ids:list!",
        ["answerCallbackQuery"] = "callback_query_id:id! text:toast show_alert:flag url:text cache_time:whole",
        ["getFile"] = "file_id:id!",
        ["leaveChat"] = "chat_id:chat!",
        ["setMyCommands"] = "commands:list! scope:scope language_code:language",
        ["setMyDescription"] = "description:caption language_code:language",
        ["setMyShortDescription"] = "short_description:toast language_code:language",
    }.ToDictionary(method => method.Key, method => Read(method.Value), StringComparer.Ordinal);

    /// <summary>Everything that is wrong with one call, in words that name the parameter.</summary>
    public static IEnumerable<string> Violations(ApiCall call)
    {
        if (call.Verb is not ("GET" or "POST"))
        {
            yield return $"{call.Verb} is not a way to call";
        }

        if (!Methods.TryGetValue(call.Method, out var parameters))
        {
            yield return "no such method, written so";
            yield break;
        }

        foreach (var missing in parameters.Where(parameter => parameter.Value.Required && !call.Arguments.ContainsKey(parameter.Key) && !call.Files.ContainsKey(parameter.Key)))
        {
            yield return $"{missing.Key} is missing";
        }

        foreach (var (name, value) in call.Arguments)
        {
            var wrong = parameters.TryGetValue(name, out var known) ? Wrong(known.Kind, value, call) : "is no parameter of this method";
            if (wrong is not null)
            {
                yield return $"{name} {wrong}";
            }
        }

        foreach (var (name, file) in call.Files.Where(file => !call.Arguments.Values.Any(value => value.ToString().Contains($"attach://{file.Key}", StringComparison.Ordinal))))
        {
            if (!parameters.TryGetValue(name, out var known) || known.Kind != "file")
            {
                yield return $"the file {file} is nowhere named";
            }
        }
    }

    private static string? Wrong(string kind, JsonElement value, ApiCall call) => kind switch
    {
        "whole" => Number(value) is null ? "is no whole number" : null,
        "chat" => Number(value) is null ? "is no chat" : null,
        "flag" => value.ValueKind is JsonValueKind.True or JsonValueKind.False || value.ToString() is "true" or "false" ? null : "is neither true nor false",
        "mode" => Words(value) is "HTML" or "MarkdownV2" or "Markdown" ? null : "is no parse mode",
        "id" => Words(value) is { Length: > 0 } ? null : "is empty",
        "secret" => Words(value) is { Length: > 0 and <= 256 } secret && secret.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-') ? null : "is no secret",
        "language" => Words(value) is { Length: 0 or 2 } ? null : "is no language",
        "toast" => Words(value) is { Length: <= 200 } ? null : "is longer than 200",
        "text" => Written(value, call, 4096, mayBeEmpty: false),
        "caption" => Written(value, call, 1024, mayBeEmpty: true),
        "list" => Json(value) is { ValueKind: JsonValueKind.Array } ? null : "is no list",
        "file" => Words(value) is { Length: > 0 } ? null : "is no file",
        "preview" => Only(Json(value), "is_disabled", "url", "prefer_small_media", "prefer_large_media", "show_above_text"),
        "reply" => Only(Json(value), "message_id", "chat_id", "allow_sending_without_reply", "quote"),
        "scope" => Only(Json(value), "type", "chat_id", "user_id"),
        "inline" => Keyboard(Json(value), mustBeInline: true),
        _ => Keyboard(Json(value), mustBeInline: false),
    };

    private static string? Written(JsonElement value, ApiCall call, int most, bool mayBeEmpty)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            return "is no text";
        }

        var html = call.Arguments.TryGetValue("parse_mode", out var mode) && mode.ToString() == "HTML";
        var (text, wrong) = html ? HtmlRules.Read(value.GetString()!) : (value.GetString()!, null);
        return wrong
            ?? (text.Trim().Length == 0 && !mayBeEmpty ? "is empty"
            : text.Length > most ? $"is longer than {most}"
            : null);
    }

    private static string? Keyboard(JsonElement? markup, bool mustBeInline)
    {
        if (markup is not { ValueKind: JsonValueKind.Object } json || !json.TryGetProperty("inline_keyboard", out var rows))
        {
            return mustBeInline ? "is no inline keyboard" : Only(markup, "keyboard", "remove_keyboard", "force_reply", "selective", "resize_keyboard", "one_time_keyboard");
        }

        var buttons = rows.EnumerateArray().SelectMany(row => row.EnumerateArray()).ToList();
        return Only(json, "inline_keyboard")
            ?? (rows.EnumerateArray().Any(row => row.GetArrayLength() is 0 or > 8) ? "has a row without buttons or with more than 8" : null)
            ?? (buttons.Count > 100 ? "has more than 100 buttons" : null)
            ?? buttons.Select(Button).FirstOrDefault(wrong => wrong is not null);
    }

    private static string? Button(JsonElement button) =>
        Only(button, "text", "callback_data", "url")
        ?? (button.GetProperty("text").GetString() is not { Length: > 0 } ? "has a button without words" : null)
        ?? (button.EnumerateObject().Count() != 2 ? "has a button that does not do one thing" : null)
        ?? (button.TryGetProperty("callback_data", out var data) && Encoding.UTF8.GetByteCount(data.GetString()!) is 0 or > 64 ? "has data over 64 bytes" : null);

    private static string? Only(JsonElement? value, params string[] known) => value is not { ValueKind: JsonValueKind.Object } json
        ? "is no object"
        : json.EnumerateObject().Select(property => property.Name).Except(known).FirstOrDefault() is { } unknown
            ? $"has {unknown}, which nobody knows"
            : null;

    private static long? Number(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number
        : value.ValueKind == JsonValueKind.String && long.TryParse(value.GetString(), out number) ? number
        : null;

    private static string? Words(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>Objects come as they are in JSON, and as their text in a form.</summary>
    private static JsonElement? Json(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? JsonSerializer.Deserialize<JsonElement>(value.GetString()!) : value;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Dictionary<string, Parameter> Read(string parameters) => parameters
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(parameter => parameter.Split(':'))
        .ToDictionary(parts => parts[0], parts => new Parameter(parts[1].TrimEnd('!'), parts[1].EndsWith('!')), StringComparer.Ordinal);

    private sealed record Parameter(string Kind, bool Required);
}
