using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Kentongan.Bench.Residents;
using Kentongan.Bench.Telegram;
using Microsoft.Data.Sqlite;

namespace Kentongan.Bench.Product;

/// <summary>Data and keys of one run, copied from a template in which every seat is bound already.</summary>
internal sealed partial class Installation(string directory, string program, LeanTelegram telegram) : IDisposable
{
    private static readonly string[] Seats = ["camat", "kapolsek", "danramil"];

    public string Directory { get; } = directory;

    public static IReadOnlyList<string> Kecamatan { get; } = ["33.20.05", "33.20.07", "33.20.11", "33.20.14"];

    public static IEnumerable<int> SeatsOf(string kecamatan)
    {
        var first = Kecamatan.ToList().IndexOf(kecamatan) * Seats.Length;
        return Enumerable.Range(first, Seats.Length);
    }

    /// <summary>Where the back office of the last run listens.</summary>
    public Uri? Web { get; private set; }

    /// <param name="storms">Whether many reports from one kecamatan become one card, as they do by default; off where each report's own cards are what is measured.</param>
    /// <param name="only">A role; all of them where it is null.</param>
    public ProductProcess Run(bool limits = false, bool webhook = false, bool storms = true, string? only = null)
    {
        var port = FreePort();
        Web = new Uri($"http://127.0.0.1:{port}");
        string[] settings =
        [
            $"--Telegram:Limits={limits}",
            $"--Web:Url=http://127.0.0.1:{port}",
            .. storms ? Array.Empty<string>() : ["--Storm:Threshold=0"],
            .. only is null ? Array.Empty<string>() : [$"--Roles={only}"],
            .. webhook ? ["--Telegram:Mode=Webhook", $"--Telegram:WebhookUrl=http://127.0.0.1:{port}"] : Array.Empty<string>(),
        ];
        return ProductProcess.Start(program, [.. Common, .. settings]);
    }

    public Installation Copy(string to)
    {
        foreach (var file in System.IO.Directory.EnumerateFiles(Directory, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(Directory, file));
            System.IO.Directory.CreateDirectory(Path.GetDirectoryName(target)!, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            File.Copy(file, target);
        }

        return new Installation(to, program, telegram);
    }

    /// <summary>Invites the triad of each kecamatan and a coordinator by the command line and lets them open their links.</summary>
    public async Task BindEverybodyAsync()
    {
        var links = new List<string>();
        foreach (var kecamatan in Kecamatan)
        {
            foreach (var seat in Seats)
            {
                links.Add(await InviteAsync("officers", "invite", "--seat", seat, "--kecamatan", kecamatan, "--name", $"{seat} {kecamatan}"));
            }
        }

        links.Add(await InviteAsync("coordinators", "invite", "--name", "Koordinator"));
        using var greeted = new CountdownEvent(links.Count);
        var heard = new HashSet<long>();
        telegram.Said = (chat, _, _) =>
        {
            lock (heard)
            {
                if (heard.Add(chat))
                {
                    greeted.Signal();
                }
            }
        };
        using var product = Run();
        for (var i = 0; i < links.Count; i++)
        {
            telegram.Updates.Add(Script.Text(Crowd.OfficerChat(i), "/start " + links[i]));
        }

        if (!greeted.Wait(TimeSpan.FromSeconds(30)))
        {
            throw new InvalidOperationException($"The seats could not be bound. {product.Said}");
        }

        await Task.Delay(1000); // until the greetings are noted as sent
        await product.StopAsync();
    }

    /// <summary>Rows of a table, read after the product has stopped.</summary>
    public long Rows(string table)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(Directory, "data", "kentongan.db")}");
        connection.Open();
        using var count = connection.CreateCommand();
#pragma warning disable CA2100 // a name from this program
        count.CommandText = "SELECT COUNT(*) FROM " + table;
#pragma warning restore CA2100
        return (long)count.ExecuteScalar()!;
    }

    public void Clear()
    {
        if (System.IO.Directory.Exists(Directory))
        {
            System.IO.Directory.Delete(Directory, recursive: true);
        }
    }

    public void Dispose() => Clear();

    private string[] Common =>
    [
        $"--Telegram:Token={LeanTelegram.Token}",
        $"--Telegram:BaseUrl={telegram.Address}",
        $"--Data:Directory={Path.Combine(Directory, "data")}",
        $"--Keys:Directory={Path.Combine(Directory, "keys")}",
        "--Privacy:OfferDelay=00:00:00", // what is measured is the program, not the wait that hides who reported
    ];

    private async Task<string> InviteAsync(params string[] command)
    {
        using var product = ProductProcess.Start(program, [.. command, .. Common]);
        return await product.EndAsync() == 0 && Link().Match(product.Said) is { Success: true } link
            ? link.Groups[1].Value
            : throw new InvalidOperationException($"The invitation failed. {product.Said}");
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    [GeneratedRegex(@"\?start=([\w-]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Link();
}
