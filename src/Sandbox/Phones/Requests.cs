using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kentongan.Sandbox.Phones;

internal sealed record NewPerson(string? Name, string? Username, string? Language, string? Role);

internal sealed record NewGroup(string? Title, long[]? People);

/// <summary>Several kinds of message share these fields; <c>From</c> is only needed in a group.</summary>
internal sealed record NewText(string? Text, int? ReplyTo, long? From);

internal sealed record NewStart(string? Payload, string? Link);

internal sealed record NewLocation(double? Latitude, double? Longitude, double? Accuracy, long? From);

internal sealed record NewContact(string? Phone, string? FirstName, string? LastName, long? From);

internal sealed record NewSticker(string? Emoji, long? From);

internal sealed record NewPoll(string? Question, string[]? Options, long? From);

internal sealed record NewForward(string? Text, long? FromPerson, string? FromName, long? From);

internal sealed record Press(int MessageId, string? Data, int? Row, int? Col, long? From);

internal sealed record KeyPress(int? Row, int? Col, string? Text, double? Latitude, double? Longitude, long? From);

internal sealed record BlockBot(bool Blocked, long? From);

internal sealed record NewFault(string? Kind, string? Method, int? Count, double? Seconds, [property: JsonPropertyName("retry_after")] int? RetryAfter);

internal sealed record ChooseCast(string? Kecamatan);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(NewPerson))]
[JsonSerializable(typeof(NewGroup))]
[JsonSerializable(typeof(NewText))]
[JsonSerializable(typeof(NewStart))]
[JsonSerializable(typeof(NewLocation))]
[JsonSerializable(typeof(NewContact))]
[JsonSerializable(typeof(NewSticker))]
[JsonSerializable(typeof(NewPoll))]
[JsonSerializable(typeof(NewForward))]
[JsonSerializable(typeof(Press))]
[JsonSerializable(typeof(KeyPress))]
[JsonSerializable(typeof(BlockBot))]
[JsonSerializable(typeof(NewFault))]
[JsonSerializable(typeof(ChooseCast))]
[JsonSerializable(typeof(ClockMove))]
[JsonSerializable(typeof(ClockReading))]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(Cast.Kecamatan[]))]
internal sealed partial class RequestJson : JsonSerializerContext;
