using System.Text.RegularExpressions;
using Kentongan.Sandbox.Phones;

namespace Kentongan.Sandbox.Cast;

/// <summary>Runs one command line of the product until it is done.</summary>
internal delegate Task<int> ProductCommand(
    string[] args, TextWriter output, TextWriter error, TimeProvider? time = null, CancellationToken ct = default);

/// <summary>Brings officers and the coordinator on stage as in real life: by an invitation that they open on their phone.</summary>
internal sealed partial class CastBinding(SandboxServer server, ProductCommand product, string[] configuration) : IDisposable
{
    private static readonly (string Seat, string Title)[] Seats = [("camat", "Camat"), ("kapolsek", "Kapolsek"), ("danramil", "Danramil")];

    private readonly SemaphoreSlim _oneAtATime = new(1);

    /// <returns>What went wrong, or null.</returns>
    public async Task<string?> BindOfficersAsync(Kecamatan kecamatan, CancellationToken ct)
    {
        await _oneAtATime.WaitAsync(ct);
        try
        {
            foreach (var (seat, title) in Seats.Where(seat => !OnStage(seat.Seat, kecamatan.Code)))
            {
                var name = $"{title} {kecamatan.Name}";
                string[] invite = ["officers", "invite", "--seat", seat, "--kecamatan", kecamatan.Code, "--name", name];
                if (await InviteAsync(invite, name, seat, kecamatan.Code, ct) is { } problem)
                {
                    return problem;
                }
            }

            return null;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public Task<string?> BindCoordinatorAsync(string name, CancellationToken ct) =>
        InviteAsync(["coordinators", "invite", "--name", name], name, "coordinator", null, ct);

    /// <summary>A seat of the whole kabupaten, such as the puskesmas or the health office.</summary>
    public Task<string?> BindAgencyAsync(string seat, string name, CancellationToken ct) =>
        InviteAsync(["officers", "invite", "--seat", seat, "--name", name], name, seat, null, ct);

    public Task<string?> BindCounsellorAsync(string name, CancellationToken ct) =>
        InviteAsync(["counsellors", "invite", "--name", name], name, "counsellor", null, ct);

    public void Dispose() => _oneAtATime.Dispose();

    private bool OnStage(string seat, string place) => server.World.People.Any(person => person.Role == seat && person.Place == place);

    private async Task<string?> InviteAsync(string[] invite, string name, string role, string? place, CancellationToken ct)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var code = await product([.. invite, .. configuration], output, error, server.Clock, ct);
        if (code != 0 || Link().Match(output.ToString()) is not { Success: true } link)
        {
            return $"The invitation of {name} failed (exit code {code}). {error.ToString().Trim()}".TrimEnd();
        }

        var person = server.World.AddPerson(name, role: role, place: place);
        new Phone(server.World, person, server.World.FindChat(person.Id)!).OpenLink(DeepLink.Payload(link.Value));
        return null;
    }

    [GeneratedRegex(@"https://t\.me/\w+\?start=[\w-]+", RegexOptions.CultureInvariant)]
    private static partial Regex Link();
}
