using System.Collections.Concurrent;
using System.Diagnostics;

namespace Kentongan.EndToEnd.Tests.Product;

/// <summary>The product as people run it: a process of its own, that can be stopped politely or killed.</summary>
internal sealed class ProductProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private static readonly string[] OurSections = ["Telegram__", "Data__", "Keys__", "Store__", "Web__", "Kabupaten__", "Roles"];

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly ConcurrentQueue<string> _error = new();

    private ProductProcess(Process process) => _process = process;

    public string Output => string.Join('\n', _output);

    public string Error => string.Join('\n', _error);

    public bool HasExited => _process.HasExited;

    /// <summary>Starts one command line in a directory of its own.</summary>
    public static ProductProcess Start(ProductHome home, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = home.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => OurSections.Any(section => name.StartsWith(section, StringComparison.OrdinalIgnoreCase))).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["TMPDIR"] = home.Temp;
        start.Environment["DOTNET_EnableDiagnostics"] = "0"; // no sockets that a kill leaves behind
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Kentongan.Bot.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var running = new ProductProcess(new Process { StartInfo = start });
        running._process.OutputDataReceived += (_, line) => Keep(running._output, line.Data);
        running._process.ErrorDataReceived += (_, line) => Keep(running._error, line.Data);
        running._process.Start();
        running._process.BeginOutputReadLine();
        running._process.BeginErrorReadLine();
        return running;
    }

    /// <summary>Until it says that it runs.</summary>
    public Task RunsAsync() => Until.TrueAsync(
        () => _output.Any(line => line.StartsWith("Kentongan runs for", StringComparison.Ordinal)) || _process.HasExited,
        () => $"It did not start.\n{Output}\n{Error}");

    /// <summary>Until it ends by itself.</summary>
    public async Task<int> EndsAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
            Assert.Fail($"It did not end.\n{Output}\n{Error}");
        }

        return _process.ExitCode;
    }

    /// <summary>SIGTERM, as a service manager stops it.</summary>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        return await EndsAsync();
    }

    /// <summary>SIGKILL: not a line of the product runs after it.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGSYS: of those that make the kernel keep a dump, one that the runtime leaves alone.</summary>
    public Task AbortAsync() => AbortAsync(_process);

    internal static async Task AbortAsync(Process process)
    {
        using var kill = Process.Start("kill", ["-SYS", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private static void Keep(ConcurrentQueue<string> lines, string? line)
    {
        if (line is not null)
        {
            lines.Enqueue(line);
        }
    }
}
