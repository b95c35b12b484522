using System.Diagnostics.CodeAnalysis;

namespace Telegram.Bot.Requests.Abstractions;

/// <summary>A call of one method of the Bot API.</summary>
public interface IRequest
{
    HttpMethod HttpMethod { get; }

    string MethodName { get; }

    HttpContent? ToHttpContent();
}

/// <summary>A call that is answered with a <typeparamref name="TResponse"/>.</summary>
[SuppressMessage("Design", "CA1040", Justification = "It carries the type of the answer.")]
public interface IRequest<TResponse> : IRequest;
