using Kentongan.Domain;
using Kentongan.Domain.Programmes;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Reports;

/// <summary>Which operations are in force, and the switches of the coordinator over the calendar (policy 3.1).</summary>
public sealed class OperationsInForce(Jurisdiction jurisdiction)
{
    /// <summary>The programmes that can be operations, by code.</summary>
    public IReadOnlyList<Programme> All { get; } =
        [.. jurisdiction.Programmes.Programmes.Where(programme => programme.Operation is not null).OrderBy(programme => programme.Code, StringComparer.Ordinal)];

    public async Task<IReadOnlyList<(Programme Programme, bool InForce)>> ReadAsync(TriageDb db, DateTimeOffset now, CancellationToken ct = default)
    {
        var said = await db.Operations.AsNoTracking().ToListAsync(ct);
        return [.. All.Select(programme => (programme, IsInForce(programme, said.Find(row => row.Programme == programme.Code), now)))];
    }

    /// <summary>The operation that raises a kind of report now; null for none.</summary>
    public async Task<Programme?> RaisingAsync(Unit unit, string category)
    {
        if (jurisdiction.Programmes.ProgrammeOf(category) is not { Operation: not null } programme)
        {
            return null;
        }

        var said = await unit.Db.Operations.AsNoTracking().SingleOrDefaultAsync(row => row.Programme == programme.Code);
        return IsInForce(programme, said, unit.Now) ? programme : null;
    }

    /// <summary>Starts or stops. What the calendar says anyway needs no switch, and takes an earlier one back.</summary>
    public async Task<Outcome<bool>> SwitchAsync(Unit unit, string code, bool on, OfficerId? by)
    {
        if (All.FirstOrDefault(programme => programme.Code == code) is not { } programme)
        {
            return new Refusal.NotFound();
        }

        var row = await unit.Db.Operations.SingleOrDefaultAsync(row => row.Programme == code);
        if (IsInForce(programme, null, unit.Now) == on)
        {
            unit.Db.Operations.RemoveRange(row is null ? [] : [row]);
            return on;
        }

        if (row is null)
        {
            unit.Db.Operations.Add(row = new OperationRow { Programme = code });
        }

        (row.IsOn, row.At, row.By) = (on, unit.Now, by);
        return on;
    }

    private bool IsInForce(Programme programme, OperationRow? said, DateTimeOffset now) => Operations.IsInForce(
        programme,
        jurisdiction.Calendar,
        said is null ? null : new OperationSwitch(said.Programme, said.IsOn, said.At),
        jurisdiction.Local.At(now));
}
