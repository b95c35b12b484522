using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Kentongan.Bench.Telegram;

/// <summary>
/// As little HTTP/1.1 as the product's client speaks: one request at a time a connection, bodies with a length. By hand, because every
/// microsecond that the generator spends is taken from the product it measures.
/// </summary>
internal sealed class HttpDoor : IDisposable
{
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly Func<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>, ValueTask<byte[]>> _answer;

    /// <param name="answer">From method name and body to the whole response, headers included.</param>
    public HttpDoor(Func<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>, ValueTask<byte[]>> answer)
    {
        _answer = answer;
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen(512);
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndPoint!).Port;

    public static byte[] Response(string json, string status = "200 OK") => Encoding.UTF8.GetBytes(
        $"HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(json)}\r\n\r\n{json}");

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var connection = await _listener.AcceptAsync();
                connection.NoDelay = true;
                _ = ServeAsync(connection);
            }
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
        {
            // the run is over
        }
    }

    private async Task ServeAsync(Socket connection)
    {
        using var owned = connection;
        var buffer = new byte[16 * 1024];
        var filled = 0;
        try
        {
            while (true)
            {
                int head;
                while ((head = buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8)) < 0)
                {
                    filled += await ReadAsync(connection, buffer, filled);
                }

                var (method, start, length) = Head(buffer, head);
                if (start + length > buffer.Length)
                {
                    Array.Resize(ref buffer, start + length);
                }

                while (filled < start + length)
                {
                    filled += await ReadAsync(connection, buffer, filled);
                }

                var response = await _answer(buffer.AsMemory(method), buffer.AsMemory(start, length));
                await connection.SendAsync(response);
                filled -= start + length;
                buffer.AsSpan(start + length, filled).CopyTo(buffer);
            }
        }
        catch (SocketException)
        {
            // the product has closed it
        }
    }

    private static async ValueTask<int> ReadAsync(Socket connection, byte[] buffer, int filled)
    {
        var read = await connection.ReceiveAsync(buffer.AsMemory(filled));
        return read > 0 ? read : throw new SocketException((int)SocketError.ConnectionReset);
    }

    /// <summary><c>POST /bot123:token/sendMessage HTTP/1.1</c></summary>
    private static (Range Method, int Start, int Length) Head(byte[] buffer, int head)
    {
        var line = buffer.AsSpan(0, buffer.AsSpan(0, head).IndexOf((byte)'\r'));
        var path = line[..line.LastIndexOf((byte)' ')];
        var slash = path.LastIndexOf((byte)'/') + 1;
        var at = buffer.AsSpan(0, head).IndexOf("Content-Length: "u8);
        return at >= 0 && Utf8Parser.TryParse(buffer.AsSpan(at + 16, head - at - 14), out int length, out _)
            ? (slash..path.Length, head + 4, length)
            : (slash..path.Length, head + 4, 0);
    }
}
