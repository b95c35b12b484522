using Kentongan.Domain;
using Kentongan.Domain.Places;
using Kentongan.Domain.Rosters;
using Kentongan.Simulation.World;
using Kentongan.Triage.Officers;

namespace Kentongan.Simulation.People;

/// <summary>How an officer is: how soon and how surely they answer what reaches them, and finish what they took.</summary>
internal sealed record Manner(double Answers, double Finishes, TimeSpan After)
{
    public static readonly Manner Good = new(0.9, 0.92, TimeSpan.FromMinutes(4));
    public static readonly Manner Slow = new(0.6, 0.8, TimeSpan.FromMinutes(70));
    public static readonly Manner Careless = new(0.2, 0.4, TimeSpan.FromHours(5));
}

/// <param name="Stays">Never away: somebody is always at the coordinator's desk, and at that of whoever watches over the kabupaten.</param>
internal sealed record Officer(OfficerId Id, long Chat, InviteOfficer Seat, Manner Manner, bool Stays);

/// <summary>Everybody in office: the tiga pilar of each kecamatan with most of their deputies, and the agencies that the programmes name.</summary>
internal sealed class Crew(Machine machine, Random random)
{
    private readonly Dictionary<OfficerId, Officer> _officers = [];
    private long _chat = 900_000_000;

    public IReadOnlyDictionary<OfficerId, Officer> All => _officers;

    public Officer? Find(OfficerId id) => _officers.GetValueOrDefault(id);

    public async Task BindAsync()
    {
        foreach (var kecamatan in machine.Jurisdiction.Kabupaten.Kecamatan)
        {
            foreach (var seat in Seat.Triad)
            {
                await BindAsync(seat, kecamatan.Code, deputy: false);
                if (random.Of(0.8))
                {
                    await BindAsync(seat, kecamatan.Code, deputy: true);
                }
            }
        }

        var kinds = machine.Jurisdiction.Programmes.Categories.SelectMany(category => category.Subcategories).ToList();
        string[] always = ["koordinator", "auditor", "inspektorat", "polres", "piket", "pimpinan", "sipropam", "bkpsdm", "dpmd"];
        var agencies = kinds.SelectMany(kind => kind.Lead.Concat(kind.Support).Concat(kind.Copies))
            .Where(seat => !seat.IsTriad && seat != Seat.Konselor).Select(seat => seat.Code)
            .Concat(always).Distinct().Order(StringComparer.Ordinal);
        foreach (var agency in agencies)
        {
            var stays = agency is "koordinator" or "auditor" or "inspektorat";
            await BindAsync(new Seat(agency), null, deputy: false, stays);
            if (stays || random.Of(0.5))
            {
                await BindAsync(new Seat(agency), null, deputy: true);
            }
        }
    }

    public void Forget(OfficerId officer) => _officers.Remove(officer);

    public async Task BindAsync(Seat seat, KecamatanCode? kecamatan, bool deputy, bool stays = false)
    {
        var chat = ++_chat;
        var invitation = new InviteOfficer($"Officer {chat % 1000}", seat, kecamatan, deputy);
        var token = await machine.CommitAsync(unit => Task.FromResult(machine.Get<Invitations>().Invite(unit, invitation)));
        var bound = await machine.CommitAsync(unit => machine.Get<Invitations>().UseAsync(unit, token, chat));
        if (bound is Outcome<Triage.Store.PostingRow>.Done(var posting))
        {
            var manner = stays ? Manner.Good : random.NextDouble() switch { < 0.6 => Manner.Good, < 0.9 => Manner.Slow, _ => Manner.Careless };
            _officers[posting.Officer] = new Officer(posting.Officer, chat, invitation, manner, stays);
        }
    }
}
