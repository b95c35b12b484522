using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;
using Telegram.Bot.Requests.Abstractions;

namespace Telegram.Bot.Requests;

/// <summary>A call whose properties are its JSON body.</summary>
internal abstract class RequestBase<TResponse>(string methodName) : IRequest<TResponse>
{
    private static readonly MediaTypeHeaderValue JsonType = new("application/json", "utf-8");

    [JsonIgnore]
    public HttpMethod HttpMethod => HttpMethod.Post;

    [JsonIgnore]
    public string MethodName { get; } = methodName;

    public virtual HttpContent ToHttpContent() => new ByteArrayContent(ToUtf8()) { Headers = { ContentType = JsonType } };

    protected byte[] ToUtf8() => JsonSerializer.SerializeToUtf8Bytes(this, JsonBotAPI.Options.GetTypeInfo(GetType()));
}
