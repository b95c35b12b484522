using Kentongan.Bot.Configuration;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Rosters;
using Kentongan.Domain.Routing;
using Kentongan.Triage;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Evidence;
using Kentongan.Triage.Help;
using Kentongan.Triage.Pictures;
using Kentongan.Triage.Routing;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace Kentongan.Bot.Commands;

/// <summary><c>doctor</c>: looks at everything the program needs and says what to do about what is missing.</summary>
internal static class DoctorCommand
{
    public static async Task<int> RunAsync(Surroundings around, CancellationToken ct)
    {
        await using var app = await Hosting.OpenStoreAsync(around, ct); // refuses with a sentence where store, keys or files are wrong
        var findings = new List<(bool Good, string Text)> { (true, "Configuration, data files, keys and store are in order.") };
        findings.Add(await HelpKeysAsync(app.Services, ct));
        findings.AddRange(await TelegramAsync(app.Services, ct));
        findings.AddRange(Tools(app.Services));
        findings.AddRange(await JobsAsync(app.Services, ct));
        findings.Add(Pictures(app.Services));
        findings.AddRange(await SeatsAsync(app.Services, around.Time.GetUtcNow(), ct));
        foreach (var (good, text) in findings)
        {
            await around.Output.WriteLineAsync((good ? "ok    " : "look  ") + text);
        }

        return findings.Exists(finding => !finding.Good) ? 1 : 0;
    }

    private static async Task<(bool, string)> HelpKeysAsync(IServiceProvider services, CancellationToken ct)
    {
        try
        {
            await services.GetRequiredService<HelpProof>().CheckAsync(ct);
            return (true, "The keys of help are in order.");
        }
        catch (StartRefusedException refused)
        {
            return (false, refused.Message);
        }
    }

    private static async Task<IReadOnlyList<(bool, string)>> TelegramAsync(IServiceProvider services, CancellationToken ct)
    {
        var options = services.GetRequiredService<IOptions<TelegramOptions>>().Value;
        try
        {
            TelegramSettings.Check(options);
            var client = services.GetRequiredService<ITelegramBotClient>();
            var me = await client.GetMe(ct);
            var hook = await client.GetWebhookInfo(ct);
            var foreign = hook.Url.Length > 0 && (options.Mode == UpdateMode.Polling || !hook.Url.StartsWith(options.WebhookUrl!, StringComparison.Ordinal));
            return
            [
                (true, $"Telegram answers as @{me.Username}."),
                foreign
                    ? (false, "A webhook is set that is not ours: whoever set it reads every message. Revoke the token at @BotFather and set the new one.")
                    : (true, "No foreign webhook is set."),
            ];
        }
        catch (StartRefusedException refused)
        {
            return [(false, refused.Message)];
        }
        catch (RequestException)
        {
            return [(false, "Telegram could not be reached, or refuses the token. Check Telegram:Token, Telegram:BaseUrl and the network.")];
        }
    }

    private static IEnumerable<(bool, string)> Tools(IServiceProvider services)
    {
        var missing = EvidenceCleaner.MissingTools(services.GetRequiredService<IOptions<EvidenceOptions>>().Value);
        return missing.Count == 0
            ? [(true, "Every kind of evidence can be cleaned.")]
            : missing.Select(tool => (false, $"{string.Join(", ", tool.FileTypes)} from residents are refused: {(tool.Why == MissingToolReason.NotInstalled ? $"install the package {tool.Package}" : $"{tool.Package} may not lock a program up here; allow user namespaces")}."));
    }

    private static async Task<IReadOnlyList<(bool, string)>> JobsAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<TriageDb>>().CreateDbContextAsync(ct);
        var failing = await db.JobRuns.AsNoTracking().Where(run => run.FailuresInARow > 0).OrderBy(run => run.Name).ToListAsync(ct);
        return failing.Count == 0
            ? [(true, "No job is failing.")]
            : [.. failing.Select(run => (false, $"The job {run.Name} has failed {run.FailuresInARow} times in a row ({run.LastError}). See the log for the time of it, and: jobs."))];
    }

    private static (bool, string) Pictures(IServiceProvider services) => PictureMaker.Missing(services.GetRequiredService<IOptions<EvidenceOptions>>().Value) switch
    {
        null => (true, "The digest comes with its pictures."),
        { Why: MissingToolReason.NotInstalled } tool => (false, $"The digest comes without its pictures: install the package {tool.Package}."),
        var tool => (false, $"The digest comes without its pictures: {tool.Package} may not lock a program up here; allow user namespaces."),
    };

    private static IEnumerable<(bool, string)> Help(Roster roster, Jurisdiction jurisdiction)
    {
        yield return roster.Holding(Seat.Konselor, null).Any(holder => holder.Reachable)
            ? (true, "A counsellor can be reached.")
            : (false, "No counsellor can be reached: whoever asks for help gets numbers only, and is told so. Run: counsellors invite --name …");
        var unverified = jurisdiction.Help.Places.Count(place => place.VerifiedOn is null);
        yield return (jurisdiction.Help.Places.Count, unverified) switch
        {
            (0, _) => (false, $"There is no directory of help. Write {jurisdiction.Kabupaten.Code.Value}.help.json in Regions:Directory."),
            (_, > 0) => (false, $"{unverified} of {jurisdiction.Help.Places.Count} places in {jurisdiction.Kabupaten.Code.Value}.help.json are not verified; ring them and write verifiedOn."),
            _ => (true, "Every place of the directory of help is verified."),
        };
    }

    private static async Task<IReadOnlyList<(bool, string)>> SeatsAsync(IServiceProvider services, DateTimeOffset now, CancellationToken ct)
    {
        var jurisdiction = services.GetRequiredService<Jurisdiction>();
        await using var db = await services.GetRequiredService<IDbContextFactory<TriageDb>>().CreateDbContextAsync(ct);
        var roster = await db.RosterAsync(now);
        var findings = new List<(bool, string)>
        {
            roster.Coordinators.Any() ? (true, "A coordinator is bound.") : (false, "No coordinator is bound. Run: coordinators invite --name …"),
            Router.OversightOf(AccusedOffice.Kabupaten).Any(seat => roster.Holding(seat, null).Any(holder => holder.Reachable))
                ? (true, "Somebody who watches over the kabupaten can be reached.")
                : (false, "Nobody watches over the kabupaten: a report that accuses it would wait unread (policy 5.4). Run: officers invite --seat auditor --name …"),
        };
        findings.AddRange(Help(roster, jurisdiction));
        foreach (var kecamatan in jurisdiction.Kabupaten.Kecamatan)
        {
            var empty = Seat.Triad.Where(seat => !roster.Holding(seat, kecamatan.Code).Any(holder => holder.Reachable)).ToList();
            if (empty.Count > 0)
            {
                findings.Add((false, $"{kecamatan.Name} ({kecamatan.Code}): nobody reachable as {string.Join(", ", empty)}."));
            }
        }

        return findings;
    }
}
