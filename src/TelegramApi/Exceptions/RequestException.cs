using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace Telegram.Bot.Exceptions;

/// <summary>Telegram could not be asked, or its answer not be understood; never holds an address, a token or a body.</summary>
[SuppressMessage("Design", "CA1032", Justification = "An empty one would say nothing.")]
public class RequestException : Exception
{
    public RequestException(string message)
        : base(message)
    {
    }

    public RequestException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public RequestException(string message, HttpStatusCode httpStatusCode)
        : base(message) => HttpStatusCode = httpStatusCode;

    public HttpStatusCode? HttpStatusCode { get; }
}
