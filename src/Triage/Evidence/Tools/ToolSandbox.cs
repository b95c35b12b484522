using System.Diagnostics;

namespace Kentongan.Triage.Evidence.Tools;

/// <summary>
/// Runs a cleaning tool where it can harm nobody: no network, a system it can only read, no capabilities, no other
/// user's processes, and one folder that exists only in the memory of its own mount namespace. The file goes in
/// through standard input and comes back through standard output, so it never has a name on this machine, and what
/// the kernel cleans up with the last process cannot be left behind, not even by a power cut or a kill.
/// </summary>
internal sealed class ToolSandbox(EvidenceOptions options)
{
    private const string Folder = "/box";
    private const int ProbeMilliseconds = 10_000;

    private volatile bool _proven;

    // Runs the tool in silence, then hands its output back. $0 is the output, the rest is the tool.
    private const string Script = "\"$@\" </dev/null >/dev/null 2>&1 && exec cat \"$0\"";

    public string Bin { get; } = options.ToolsDirectory ?? "/usr/bin";

    public bool Has(string tool) => File.Exists(Path.Combine(Bin, tool));

    /// <summary>Can a sandbox be built here at all? Asked with the very arguments a tool would get, until it once could.</summary>
    public bool Works() => _proven || (_proven = Has("bwrap") && Has("prlimit") && Answers());

    private bool Answers()
    {
        using var process = new Process { StartInfo = Start(new ToolCommand("true", "probe", [], "probe")) };
        try
        {
            process.Start();
            process.StandardInput.Write("ok");
            process.StandardInput.Close();
            var answer = process.StandardOutput.ReadToEnd();
            return process.WaitForExit(ProbeMilliseconds) && process.ExitCode == 0 && answer == "ok";
        }
        catch (Exception failed) when (failed is IOException or System.ComponentModel.Win32Exception)
        {
            return false; // not executable, or dead before it read
        }
    }

    /// <returns>Broken where the tool gave up or said too much.</returns>
    public Task<Rebuilt> RunAsync(ToolCommand command, byte[] input, CancellationToken ct) =>
        // A thread of its own: the sandbox dies with the thread that started it, and those of the pool come and go.
        Task.Factory.StartNew(
            () => ConverseAsync(command, input, ct).GetAwaiter().GetResult(),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);

    private async Task<Rebuilt> ConverseAsync(ToolCommand command, byte[] input, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        using var process = new Process { StartInfo = Start(command) };
        process.Start();
        try
        {
            var silence = process.StandardError.BaseStream.CopyToAsync(Stream.Null, ct);
            var sent = SendAsync(process, input, ct);
            var output = await ReceiveAsync(process, ct);
            await Task.WhenAll(sent, silence, process.WaitForExitAsync(ct));
            return process.ExitCode == 0 && output is { Length: > 0 } ? Rebuilt.As(output) : Rebuilt.Broken;
        }
        finally
        {
            Stop(process);
        }
    }

    private static async Task SendAsync(Process process, byte[] input, CancellationToken ct)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input, ct);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It died before it read everything; the exit code tells.
        }
    }

    private async Task<byte[]?> ReceiveAsync(Process process, CancellationToken ct)
    {
        var output = new MemoryStream();
        var buffer = new byte[81920];
        while (await process.StandardOutput.BaseStream.ReadAsync(buffer, ct) is var read and > 0)
        {
            output.Write(buffer, 0, read);
            if (output.Length > MaxOutput)
            {
                Stop(process);
                return null;
            }
        }

        return output.ToArray();
    }

    /// <summary>A rebuilt file may be larger than the original, but not by much.</summary>
    private long MaxOutput => 2 * options.MaxBytes;

    private static void Stop(Process process)
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private ProcessStartInfo Start(ToolCommand command)
    {
        var start = new ProcessStartInfo(Path.Combine(Bin, "bwrap"))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var argument in (string[])[.. Walls(), .. Contents(command), .. Limits(), "/bin/sh", "-c", Script, $"{Folder}/{command.Output}"])
        {
            start.ArgumentList.Add(argument);
        }

        start.ArgumentList.Add(command.Tool is "true" ? "/usr/bin/true" : Path.Combine(Bin, command.Tool));
        foreach (var argument in command.Arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }

    private string[] Walls() =>
    [
        "--unshare-all", "--unshare-user", "--disable-userns", "--uid", "65534", "--gid", "65534", "--cap-drop", "ALL",
        "--hostname", "sandbox", "--die-with-parent", "--new-session", "--clearenv",
        "--ro-bind", "/usr", "/usr", "--ro-bind-try", "/lib", "/lib", "--ro-bind-try", "/lib64", "/lib64", "--ro-bind-try", "/bin", "/bin",
        "--ro-bind-try", "/etc/alternatives", "/etc/alternatives", "--ro-bind-try", "/etc/ld.so.cache", "/etc/ld.so.cache",
        "--ro-bind-try", "/etc/fonts", "/etc/fonts", "--ro-bind-try", "/etc/mime.types", "/etc/mime.types",
        .. Bin.StartsWith("/usr/", StringComparison.Ordinal) ? Array.Empty<string>() : ["--ro-bind", Bin, Bin],
        "--ro-bind", "/dev/null", Path.Combine(Bin, "bwrap"), // mat2 would try to build a sandbox inside the sandbox
    ];

    private string[] Contents(ToolCommand command)
    {
        var size = options.MemoryBytes.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return
        [
            "--proc", "/proc", "--dev", "/dev", "--size", "1048576", "--tmpfs", "/dev/shm",
            "--perms", "0700", "--size", size, "--tmpfs", Folder, "--file", "0", $"{Folder}/{command.Input}",
            "--remount-ro", "/", "--remount-ro", "/dev", "--chdir", Folder,
            "--setenv", "PATH", $"{Bin}:/usr/bin:/bin", "--setenv", "HOME", Folder, "--setenv", "TMPDIR", Folder, "--setenv", "LC_ALL", "C.UTF-8",
        ];
    }

    private string[] Limits() =>
    [
        Path.Combine(Bin, "prlimit"),
        $"--as={options.MemoryBytes}",
        $"--cpu={Math.Max(1, (long)options.Timeout.TotalSeconds)}",
        $"--fsize={MaxOutput}",
        "--core=1", // one byte: unlike none, it also keeps the dump from a program that collects dumps
        "--nproc=256",
        "--nofile=256",
        "--",
    ];
}
