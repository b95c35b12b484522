using System.CommandLine;
using Kentongan.Triage;
using Kentongan.Triage.Regions;

namespace Kentongan.Bot.Commands;

/// <summary><c>regions import FILE</c>: desa boundaries, so that a pin tells the desa (design 6).</summary>
internal static class RegionsCommands
{
    public static Command Build(Surroundings around)
    {
        var file = new Argument<string>("file") { Description = "GeoJSON FeatureCollection with the properties code and name" };
        var import = new Command("import", "Import desa boundaries from a GeoJSON file.") { file };
        import.SetAction((parsed, ct) => ImportAsync(around, parsed.GetValue(file)!));
        return new Command("regions", "Places of the kabupaten.") { import };
    }

    private static async Task<int> ImportAsync(Surroundings around, string file)
    {
        var builder = Hosting.CreateBuilder(around);
        Startup.EnsureDataDirectory(builder.Configuration);
        var jurisdiction = Startup.ReadJurisdiction(builder.Configuration);
        try
        {
            BoundaryImport.Import(file, jurisdiction.Kabupaten, Startup.DataDirectory(builder.Configuration));
        }
        catch (InvalidDataFileException wrong)
        {
            throw new StartRefusedException(wrong.Message);
        }

        await around.Output.WriteLineAsync("Imported. Pins are judged by these boundaries from the next start on.");
        return 0;
    }
}
