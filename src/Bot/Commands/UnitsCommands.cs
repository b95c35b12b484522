using System.CommandLine;
using Kentongan.Domain.Places;
using Kentongan.Domain.Rosters;
using Kentongan.Triage;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Bot.Commands;

/// <summary><c>units list|cover|uncover</c>: units that answer for more kecamatan than the one they sit in (domain.md 2.1).</summary>
internal static class UnitsCommands
{
    public static Command Build(Surroundings around) => new("units", "Polsek and koramil that cover more than one kecamatan.")
    {
        CommandLine.Leaf("list", "List what units cover beside their own kecamatan.", ct => ListAsync(around, ct)),
        Change("cover", "Let a unit answer for another kecamatan as well.", around, covers: true),
        Change("uncover", "Take that back.", around, covers: false),
    };

    private static Command Change(string name, string description, Surroundings around, bool covers)
    {
        var seat = new Option<string>("--seat") { Description = "camat, kapolsek or danramil", Required = true };
        var home = new Option<string>("--home") { Description = "Code of the kecamatan in which the unit sits", Required = true };
        var kecamatan = new Option<string>("--kecamatan") { Description = "Code of the kecamatan that it covers", Required = true };
        var command = new Command(name, description) { seat, home, kecamatan };
        command.SetAction((parsed, ct) => ChangeAsync(around, parsed.GetValue(seat)!, parsed.GetValue(home)!, parsed.GetValue(kecamatan)!, covers, ct));
        return command;
    }

    private static async Task<int> ListAsync(Surroundings around, CancellationToken ct)
    {
        await using var app = await Hosting.OpenStoreAsync(around, ct);
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<TriageDb>>().CreateDbContextAsync(ct);
        var rows = await db.UnitAreas.AsNoTracking().OrderBy(row => row.Seat).ThenBy(row => row.Home).ToListAsync(ct);
        foreach (var row in rows)
        {
            await around.Output.WriteLineAsync($"{row.Seat,-10} of {row.Home.Value} covers {row.Covers.Value}");
        }

        await around.Output.WriteLineAsync(rows.Count == 0 ? "Every unit covers its own kecamatan alone." : $"{rows.Count} in all.");
        return 0;
    }

    private static async Task<int> ChangeAsync(Surroundings around, string seat, string home, string kecamatan, bool covers, CancellationToken ct)
    {
        await using var app = await Hosting.OpenStoreAsync(around, ct);
        var regions = app.Services.GetRequiredService<Jurisdiction>().Regions;
        var (from, to) = (new KecamatanCode(home), new KecamatanCode(kecamatan));
        if (!new Seat(seat).IsTriad || regions.Find(from) is null || regions.Find(to) is null || from == to)
        {
            throw new StartRefusedException("--seat must be camat, kapolsek or danramil, --home and --kecamatan two codes of this kabupaten.");
        }

        await app.Services.GetRequiredService<Committer>().CommitAsync(
            async unit =>
            {
                var row = await unit.Db.UnitAreas.SingleOrDefaultAsync(row => row.Seat == seat && row.Home == from && row.Covers == to);
                if (covers && row is null)
                {
                    unit.Db.UnitAreas.Add(new UnitAreaRow { Seat = seat, Home = from, Covers = to });
                }
                else if (!covers && row is not null)
                {
                    unit.Db.UnitAreas.Remove(row);
                }
            },
            ct);
        await around.Output.WriteLineAsync("Done. It counts for reports that come or are offered from now on.");
        return 0;
    }
}
