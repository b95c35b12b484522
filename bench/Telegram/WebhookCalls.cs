using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;

namespace Kentongan.Bench.Telegram;

/// <summary>Brings updates to the product's webhook over many connections, as Telegram does; what is not answered with 200 comes again.</summary>
internal sealed class WebhookCalls : IDisposable
{
    private readonly Channel<byte[]> _updates = Channel.CreateUnbounded<byte[]>();
    private readonly CancellationTokenSource _stop = new();
    private readonly Uri _address;
    private readonly string _secret;

    public WebhookCalls(Uri address, string secret, int connections)
    {
        (_address, _secret) = (address, secret);
        for (var i = 0; i < connections; i++)
        {
            _ = CallAsync();
        }
    }

    public void Push(byte[] update) => _updates.Writer.TryWrite(update);

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    private async Task CallAsync()
    {
        var ct = _stop.Token;
        var answer = new byte[4096];
        Socket? connection = null;
        try
        {
            await foreach (var update in _updates.Reader.ReadAllAsync(ct))
            {
                var head = Encoding.ASCII.GetBytes(
                    $"POST {_address.AbsolutePath} HTTP/1.1\r\nHost: {_address.Authority}\r\nContent-Type: application/json\r\n" +
                    $"X-Telegram-Bot-Api-Secret-Token: {_secret}\r\nContent-Length: {update.Length}\r\n\r\n");
                byte[] request = [.. head, .. update];
                while (!await TryAsync(connection ??= await ConnectAsync(ct), request, answer, ct))
                {
                    connection.Dispose();
                    connection = null;
                    await Task.Delay(200, ct);
                }
            }
        }
        catch (OperationCanceledException)
        {
            connection?.Dispose();
        }
    }

    private static async Task<bool> TryAsync(Socket connection, byte[] request, byte[] answer, CancellationToken ct)
    {
        try
        {
            await connection.SendAsync(request, ct);
            var filled = 0;
            while (answer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8) < 0)
            {
                var read = await connection.ReceiveAsync(answer.AsMemory(filled), ct);
                if (read == 0)
                {
                    return false;
                }

                filled += read;
            }

            return answer.AsSpan().StartsWith("HTTP/1.1 200"u8); // with an empty body: nothing follows the head
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private async Task<Socket> ConnectAsync(CancellationToken ct)
    {
        while (true)
        {
            var connection = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await connection.ConnectAsync(IPAddress.Loopback, _address.Port, ct);
                return connection;
            }
            catch (SocketException)
            {
                connection.Dispose();
                await Task.Delay(100, ct);
            }
        }
    }
}
