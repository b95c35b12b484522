using System.CommandLine;
using System.Globalization;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Retention;

namespace Kentongan.Bot.Commands;

/// <summary><c>retention run [--dry-run]</c>: what has been kept long enough goes, or is only listed.</summary>
internal static class RetentionCommands
{
    public static Command Build(Surroundings around)
    {
        var dryRun = new Option<bool>("--dry-run") { Description = "List what would go, and change nothing" };
        var run = new Command("run", "Shred story and evidence of reports that ended long enough ago. The program does so every hour.") { dryRun };
        run.SetAction((parsed, ct) => RunAsync(around, parsed.GetValue(dryRun), ct));
        return new Command("retention", "How long the content of reports is kept.") { run };
    }

    private static async Task<int> RunAsync(Surroundings around, bool dryRun, CancellationToken ct)
    {
        await using var app = await Hosting.OpenStoreAsync(around, ct);
        var job = app.Services.GetRequiredService<ShredEvidence>();
        var local = app.Services.GetRequiredService<Jurisdiction>().Local;
        var due = await job.DueAsync(int.MaxValue, ct);
        foreach (var report in due)
        {
            var ended = TimeZoneInfo.ConvertTime(report.EndedAt, local.Zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            await around.Output.WriteLineAsync($"{report.CaseNumber}  {report.Status,-11}  {ended}  evidence {report.Evidence}  messages {report.Messages}");
        }

        var help = app.Services.GetRequiredService<EraseOldHelp>();
        var asked = await help.DueAsync(ct);
        foreach (var one in asked)
        {
            var ended = TimeZoneInfo.ConvertTime(one.EndedAt, local.Zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            await around.Output.WriteLineAsync($"help     {one.Status,-11}  {ended}  messages {one.Words}");
        }

        if (dryRun)
        {
            await around.Output.WriteLineAsync($"{asked.Count} help conversations would be erased.");
            await around.Output.WriteLineAsync($"{due.Count} reports would be shredded. Nothing was changed.");
            return 0;
        }

        var shredded = 0;
        while (await job.RunAsync(ct) is var some and > 0)
        {
            shredded += some;
        }

        await help.RunAsync(ct);
        await around.Output.WriteLineAsync($"{asked.Count} help conversations were erased.");
        await around.Output.WriteLineAsync($"{shredded} of {due.Count} reports were shredded.");
        return shredded == due.Count ? 0 : 1;
    }
}
