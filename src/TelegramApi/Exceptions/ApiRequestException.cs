using System.Diagnostics.CodeAnalysis;
using Telegram.Bot.Types;

namespace Telegram.Bot.Exceptions;

/// <summary>Telegram said no. The message is its description, without what that quotes of the request.</summary>
[SuppressMessage("Design", "CA1032", Justification = "An empty one would say nothing.")]
public sealed class ApiRequestException : RequestException
{
    public ApiRequestException(string message)
        : base(message)
    {
    }

    public ApiRequestException(string message, int errorCode)
        : base(message) => ErrorCode = errorCode;

    public ApiRequestException(string message, int errorCode, ResponseParameters? parameters)
        : base(message) => (ErrorCode, Parameters) = (errorCode, parameters);

    public int ErrorCode { get; }

    public ResponseParameters? Parameters { get; }
}
