using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Kentongan.Sandbox;

namespace Kentongan.EndToEnd.Tests.Sandbox;

/// <summary>The program around the product, with a product of a few lines in its place.</summary>
public sealed class DemoTests
{
    [Fact]
    public async Task Officers_and_the_coordinator_open_their_invitations_once_the_product_listens()
    {
        using var stop = new CancellationTokenSource();
        using var output = new Watched("Buka ");
        var product = new TinyProduct();

        var running = Demo.RunAsync(["--Sandbox:Url=http://127.0.0.1:0", "--Kabupaten:Zone=WIB"], product.RunAsync, output, TextWriter.Null, stop.Token);
        var address = await output.Found;
        using var http = new HttpClient { BaseAddress = new Uri(address) };
        var people = await http.GetFromJsonAsync<JsonElement>("/sandbox/people");
        var texts = new List<string?>();
        foreach (var person in people.EnumerateArray().Skip(1))
        {
            var messages = await http.GetFromJsonAsync<JsonElement>($"/sandbox/chats/{person.GetProperty("id")}/messages");
            texts.Add(messages[0].GetProperty("text").GetString());
        }

        await stop.CancelAsync();

        Assert.Equal(0, await running);
        Assert.Equal(["resident", "camat", "kapolsek", "danramil", "coordinator", "counsellor"], people.EnumerateArray().Select(p => p.GetProperty("role").GetString()));
        Assert.Equal(["/start token-1", "/start token-2", "/start token-3", "/start token-4", "/start token-5"], texts);
        Assert.Contains("--Kabupaten:Zone=WIB", product.Arguments);
        Assert.False(Directory.Exists(product.Data), "the temporary directory is removed");
    }

    [Fact]
    public async Task A_port_in_use_is_said_in_one_sentence()
    {
        using var taken = new TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        var port = ((System.Net.IPEndPoint)taken.LocalEndpoint).Port;
        using var error = new StringWriter();

        var code = await Demo.RunAsync([$"--Sandbox:Url=http://127.0.0.1:{port}"], new TinyProduct().RunAsync, TextWriter.Null, error, default);

        Assert.Equal(1, code);
        Assert.StartsWith($"Port {port} is in use: ", error.ToString(), StringComparison.Ordinal);
        Assert.Single(error.ToString().Trim().Split('\n'));
    }

    [Theory]
    [InlineData("--Sandbox:Url=http://192.0.2.1:8081", "Sandbox:Url must be a loopback address")]
    [InlineData("--Sandbox:Token=x", "Sandbox:Token must look like")]
    [InlineData("--Sandbox:Limits=maybe", "A Sandbox setting cannot be read")]
    public async Task A_wrong_setting_is_named(string setting, string sentence)
    {
        using var error = new StringWriter();

        Assert.Equal(1, await Demo.RunAsync([setting], new TinyProduct().RunAsync, TextWriter.Null, error, default));
        Assert.StartsWith(sentence, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_product_that_does_not_start_ends_the_sandbox()
    {
        using var error = new StringWriter();

        var code = await Demo.RunAsync(["--Sandbox:Url=http://127.0.0.1:0"], (_, _, _, _, _) => Task.FromResult(3), TextWriter.Null, error, default);

        Assert.Equal(1, code);
        Assert.Contains("exit code 3", error.ToString(), StringComparison.Ordinal);
    }

    /// <summary>Polls until it is stopped, and prints an invitation for every other command.</summary>
    private sealed class TinyProduct
    {
        private int _invitations;

        public string[] Arguments { get; private set; } = [];

        public string? Data { get; private set; }

        public async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, TimeProvider? time = null, CancellationToken ct = default)
        {
            if (args[0] != "run")
            {
                await output.WriteLineAsync($"Tautan: https://t.me/kentongan_sandbox_bot?start=token-{++_invitations}");
                return 0;
            }

            Arguments = args;
            string Setting(string name) => args.Single(arg => arg.StartsWith($"--{name}=", StringComparison.Ordinal)).Split('=', 2)[1];
            Data = Setting("Data:Directory");
            Assert.True(Directory.Exists(Data));
            using var http = new HttpClient { BaseAddress = new Uri(Setting("Telegram:BaseUrl")) };
            try
            {
                for (var offset = 0L; ;)
                {
                    var updates = await http.GetFromJsonAsync<JsonElement>($"/bot{Setting("Telegram:Token")}/getUpdates?timeout=30&offset={offset}", ct);
                    offset = updates.UpdateIds().Select(id => id + 1L).LastOrDefault(offset);
                }
            }
            catch (OperationCanceledException)
            {
                return 0;
            }
        }
    }

    /// <summary>Gives the address out of the first line that starts so.</summary>
    private sealed class Watched(string start) : StringWriter
    {
        private readonly TaskCompletionSource<string> _found = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<string> Found => _found.Task;

        public override Task WriteLineAsync(string? value)
        {
            if (value is not null && value.StartsWith(start, StringComparison.Ordinal))
            {
                _found.TrySetResult(value[start.Length..].Split(' ')[0]);
            }

            return Task.CompletedTask;
        }
    }
}
