using System.Buffers;
using System.Net;
using System.Text.Json;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests.Abstractions;

namespace Telegram.Bot.Wire;

/// <summary>One exchange with the server. No exception but its own leaves it, save cancellation by the caller.</summary>
internal sealed class Transport(HttpClient http, TelegramBotClientOptions options, CancellationToken always)
{
    private const int PieceSize = 81_920;

    /// <exception cref="ApiRequestException">Telegram says no.</exception>
    /// <exception cref="RequestException">Telegram says nothing, or nothing that makes sense.</exception>
    public async Task<T> AskAsync<T>(IRequest<T> request, TimeSpan limit, CancellationToken ct)
    {
        // Not disposed, because that would close the caller's streams.
        var message = new HttpRequestMessage(request.HttpMethod, new Uri($"{options.BaseRequestUrl}/{request.MethodName}"))
        {
            Content = request.ToHttpContent(),
        };
        HttpStatusCode? status = null;
        using var clock = new CancellationTokenSource(limit, options.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(clock.Token, ct, always);
        try
        {
            using var response = await SendAsync(message, either.Token).ConfigureAwait(false);
            status = response.StatusCode;
            var answer = await ReadAsync<T>(response, either.Token).ConfigureAwait(false);
            return answer is { Ok: true, Result: { } result } ? result : throw Refusal(answer, response.StatusCode);
        }
        catch (Exception failure) when (failure is not RequestException)
        {
            throw Explain(failure, status, ct);
        }
    }

    public async Task DownloadAsync(string path, Stream destination, TimeSpan limit, CancellationToken ct)
    {
        HttpStatusCode? status = null;
        using var clock = new CancellationTokenSource(limit, options.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(clock.Token, ct, always);
        var piece = ArrayPool<byte>.Shared.Rent(PieceSize);
        try
        {
            using var message = new HttpRequestMessage(HttpMethod.Get, new Uri($"{options.BaseFileUrl}/{Escape(path)}"));
            using var response = await SendAsync(message, either.Token).ConfigureAwait(false);
            status = response.StatusCode;
            if (!response.IsSuccessStatusCode)
            {
                throw Refusal(await ReadAsync<bool>(response, either.Token).ConfigureAwait(false), response.StatusCode);
            }

            using var source = await response.Content.ReadAsStreamAsync(either.Token).ConfigureAwait(false);
            while (await source.ReadAsync(piece, either.Token).ConfigureAwait(false) is > 0 and var length)
            {
                await WriteAsync(destination, piece.AsMemory(0, length), ct).ConfigureAwait(false);
                clock.CancelAfter(limit);
            }
        }
        catch (Exception failure) when (failure is not RequestException)
        {
            throw Explain(failure, status, ct);
        }
        finally
        {
            // What a resident sent is not left lying in a shared buffer.
            ArrayPool<byte>.Shared.Return(piece, clearArray: true);
        }
    }

    public async Task WaitAsync(TimeSpan wait, CancellationToken ct)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, always);
        await Task.Delay(wait, options.Time, either.Token).ConfigureAwait(false);
    }

    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, CancellationToken ct)
    {
        message.Headers.ExpectContinue = false;
        return http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, ct);
    }

    private static async Task<ApiAnswer<T>?> ReadAsync<T>(HttpResponseMessage response, CancellationToken ct)
    {
        using var body = await response.Content.ReadAsStreamAsync(ct).ConfigureAwait(false);
        return await JsonSerializer.DeserializeAsync(body, AnswerOf<T>.Json, ct).ConfigureAwait(false);
    }

    /// <summary>What goes wrong at the destination is the caller's own, and so is told to the caller.</summary>
    private static async Task WriteAsync(Stream destination, ReadOnlyMemory<byte> piece, CancellationToken ct)
    {
        try
        {
            await destination.WriteAsync(piece, ct).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            throw new RequestException("The file could not be written where it was to go.", failure);
        }
    }

    private static RequestException Refusal<T>(ApiAnswer<T>? answer, HttpStatusCode status) =>
        answer is { Ok: false, ErrorCode: not 0, Description: { } description }
            ? new ApiRequestException(Redaction.Redact(description), answer.ErrorCode, answer.Parameters)
            : new RequestException($"Telegram's answer ({(int)status}) lacks what it must hold.", status);

    /// <summary>Says what happened in our words: a message that is not ours may hold the address, and with it the token.</summary>
    private Exception Explain(Exception failure, HttpStatusCode? status, CancellationToken ct)
    {
        if (ct.IsCancellationRequested || always.IsCancellationRequested)
        {
            return new OperationCanceledException(ct.IsCancellationRequested ? ct : always);
        }

        var text = failure switch
        {
            OperationCanceledException => $"Telegram at {options.Host} did not answer in time.",
            JsonException => "Telegram's answer is not the JSON it should be.",
            _ => $"Telegram at {options.Host} could not be reached: {FailureCause.Of(failure)}.",
        };
        return status is { } code ? new RequestException($"{text} (HTTP {(int)code})", code) : new RequestException(text);
    }

    private static string Escape(string path) => string.Join('/', path.TrimStart('/').Split('/').Select(Uri.EscapeDataString));
}
