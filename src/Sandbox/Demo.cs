using Kentongan.Sandbox.Cast;

namespace Kentongan.Sandbox;

/// <summary>The whole product against the local Telegram, in one process, with people to play.</summary>
internal static class Demo
{
    public static async Task<int> RunAsync(
        string[] args, ProductCommand product, TextWriter output, TextWriter error, CancellationToken stop)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build();
        if (Options(configuration, out var options) is { } problem)
        {
            await error.WriteLineAsync(problem);
            return 1;
        }

        try
        {
            await using var server = await SandboxServer.StartAsync(options, ct: stop);
            using var home = new DemoDirectory(options.Data);
            string[] settings = [.. Settings(options, server, home), .. args.Where(arg => !arg.StartsWith("--Sandbox:", StringComparison.OrdinalIgnoreCase))];
            return await PlayAsync(server, options, product, settings, output, error, stop);
        }
        catch (IOException failure) when (failure.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            await error.WriteLineAsync(
                $"Port {options.Url.Port} is in use: stop the other program, or choose another with --Sandbox:Url=http://127.0.0.1:PORT.");
            return 1;
        }
    }

    private static async Task<int> PlayAsync(
        SandboxServer server, SandboxOptions options, ProductCommand product, string[] settings, TextWriter output, TextWriter error, CancellationToken stop)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var running = Task.Run(() => product(["run", .. settings], output, error, server.Clock, end.Token), CancellationToken.None);
        try
        {
            if (await Task.WhenAny(running, server.BotListens.WaitAsync(stop)) == running)
            {
                await error.WriteLineAsync($"The product ended before it listened (exit code {await running}).");
                return 1;
            }

            using var binding = new CastBinding(server, product, settings);
            foreach (var problem in await SetStageAsync(server, options, binding, stop))
            {
                await error.WriteLineAsync(problem);
            }

            await output.WriteLineAsync($"Buka {server.BaseAddress} di peramban. Ctrl+C untuk berhenti.");
            await output.WriteLineAsync($"Open {server.BaseAddress} in a browser. Ctrl+C stops everything.");
            await output.WriteLineAsync("Cards come at once here. A real installation holds those that are not urgent back for up to five minutes (Privacy:OfferDelay).");
            return await running;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return 0;
        }
        finally
        {
            await end.CancelAsync();
            await ((Task)running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task<IReadOnlyList<string>> SetStageAsync(
        SandboxServer server, SandboxOptions options, CastBinding binding, CancellationToken stop)
    {
        var known = RegionFiles.Read(Path.Combine(AppContext.BaseDirectory, "regions"), options.Kabupaten);
        var home = known.FirstOrDefault(k => k.Code == options.Kecamatan) ?? new Kecamatan(options.Kecamatan, "Pakis Aji", -6.5773, 110.7437);
        server.Cast.Kecamatans = known.Count > 0 ? known : [home];
        server.Cast.Web = options.Web;
        server.Cast.BindAsync = binding.BindOfficersAsync;
        server.AddPerson("Siti Aminah", "siti_aminah");
        string?[] problems =
        [
            await binding.BindOfficersAsync(home, stop),
            await binding.BindCoordinatorAsync("Koordinator Jepara", stop),
            await binding.BindCounsellorAsync("Konselor Jepara", stop),
        ];
        return [.. problems.OfType<string>()];
    }

    private static string[] Settings(SandboxOptions options, SandboxServer server, DemoDirectory home) =>
    [
        $"--Telegram:BaseUrl={server.BaseAddress.GetLeftPart(UriPartial.Authority)}",
        $"--Telegram:Token={options.Token}",
        $"--Data:Directory={home.Data}",
        $"--Keys:Directory={home.Keys}",
        $"--Kabupaten:Code={options.Kabupaten}",
        $"--Web:Url={options.Web.GetLeftPart(UriPartial.Authority)}",
        "--Privacy:OfferDelay=00:00:00", // whoever plays does not wait for minutes
    ];

    private static string? Options(IConfiguration configuration, out SandboxOptions options)
    {
        options = new SandboxOptions();
        try
        {
            configuration.GetSection(SandboxOptions.Section).Bind(options);
            return options.Problem();
        }
        catch (InvalidOperationException failure)
        {
            return $"A Sandbox setting cannot be read: {failure.Message}";
        }
    }
}

/// <summary>Where the product keeps its data and keys: kept where it was named, otherwise gone at the end.</summary>
internal sealed class DemoDirectory : IDisposable
{
    private readonly bool _temporary;
    private readonly string _root;

    public DemoDirectory(string? kept)
    {
        _temporary = string.IsNullOrWhiteSpace(kept);
        _root = _temporary ? Directory.CreateTempSubdirectory("kentongan-").FullName : Path.GetFullPath(kept!);
        Directory.CreateDirectory(Data);
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(Keys);
        }
        else
        {
            Directory.CreateDirectory(Keys, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    public string Data => Path.Combine(_root, "data");

    public string Keys => Path.Combine(_root, "keys");

    public void Dispose()
    {
        if (_temporary)
        {
            Directory.Delete(_root, recursive: true);
        }
    }
}
