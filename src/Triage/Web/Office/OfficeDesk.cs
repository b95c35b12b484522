using Kentongan.Domain;
using Kentongan.Triage.Audit;
using Kentongan.Triage.Jobs;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Store;
using Kentongan.Triage.Web.Viewing;
using Microsoft.Extensions.DependencyInjection;

namespace Kentongan.Triage.Web.Office;

/// <summary>What a coordinator sets going: that a job runs now, that an operation starts or stops. Each is audited.</summary>
public sealed class OfficeDesk(IServiceProvider services, Committer committer, OperationsInForce operations, AuditLog audit)
{
    /// <summary>False in a process without the role of jobs.</summary>
    public bool RunsJobs => services.GetService<JobRunner>() is not null;

    public async Task<bool> RunAsync(Viewer viewer, string job, CancellationToken ct)
    {
        if (services.GetService<JobRunner>() is not { } runner || JobSchedule.All.FirstOrDefault(scheduled => scheduled.Name == job) is not { } known)
        {
            return false;
        }

        await committer.CommitAsync(unit => audit.AppendAsync(unit, viewer.Officer, AuditedDeed.Administered, $"run {known.Name}"), ct);
        await runner.RunAsync(known.Job, ct, asked: true);
        return true;
    }

    /// <summary>Puts an operation in force or out of it, over the calendar (policy 3.1).</summary>
    public Task<bool> SwitchAsync(Viewer viewer, string code, bool on, CancellationToken ct) => committer.CommitAsync(
        async unit =>
        {
            if (await operations.SwitchAsync(unit, code, on, viewer.Officer) is Outcome<bool>.Refused)
            {
                return false;
            }

            await audit.AppendAsync(unit, viewer.Officer, AuditedDeed.Administered, $"{(on ? "start" : "stop")} {code}");
            return true;
        },
        ct);
}
