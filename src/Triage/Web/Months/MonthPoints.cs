using System.Text;
using Kentongan.Domain;
using Kentongan.Domain.Places;
using Kentongan.Triage.Audit;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Keys;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Store;
using Kentongan.Triage.Web.Viewing;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Web.Months;

/// <summary>A decision asked or an action, as a reader of a month sees it.</summary>
/// <param name="Since">First day of the month in whose report it was written.</param>
/// <param name="Kecamatan">Of whose report; null for the kabupaten.</param>
/// <param name="EndedOn">Local day on which it was done or dropped.</param>
public sealed record MonthPoint(
    Guid Id, MonthPointKind Kind, string Text, string Owner, DateOnly? Due, MonthPointState State, DateOnly Since, KecamatanCode? Kecamatan, DateOnly? EndedOn)
{
    public bool IsLate(DateOnly today) => State == MonthPointState.Open && Due < today;
}

/// <param name="Text">10 to 300 characters, without addresses of sites or accounts.</param>
/// <param name="Owner">Whose word or work it is: 2 to 80 characters.</param>
/// <param name="Due">An action has one.</param>
public sealed record NewMonthPoint(DateOnly Month, KecamatanCode? Kecamatan, MonthPointKind Kind, string Text, string Owner, DateOnly? Due);

/// <summary>
/// Decisions asked and actions with owners (policy 7): a coordinator writes them into the report of a month, and they are carried on from month to
/// month until they are done or dropped. Every change is audited; what was written is sealed.
/// </summary>
public sealed class MonthPoints(MasterKey master, Committer committer, AuditLog audit, Jurisdiction jurisdiction, Randomness random)
{
    public const int LongestText = 300, LongestOwner = 80;

    private const int ShortestText = 10, ShortestOwner = 2, MostShown = 60, Block = 512;

    private readonly Lazy<byte[]> _key = new(() => master.Derive("month points"));

    /// <summary>Written in this month or carried into it: open, or ended in it or after it.</summary>
    /// <param name="where">Only those of one kecamatan; null for all.</param>
    public async Task<IReadOnlyList<MonthPoint>> ReadAsync(TriageDb db, DateOnly month, KecamatanCode? where, CancellationToken ct)
    {
        var start = jurisdiction.Local.On(month, TimeSpan.Zero);
        var rows = await db.MonthPoints.AsNoTracking()
            .Where(row => row.Month <= month && (row.EndedAt == null || row.EndedAt >= start) && (where == null || row.Kecamatan == where))
            .OrderByDescending(row => row.WrittenAt).Take(MostShown)
            .ToListAsync(ct);
        return
        [
            .. from row in rows
               let words = Open(row)
               orderby row.State, row.Due ?? DateOnly.MaxValue, row.WrittenAt, row.Id
               select new MonthPoint(
                   row.Id, row.Kind, words.Text, words.Owner, row.Due, row.State, row.Month, row.Kecamatan, row.EndedAt is { } ended ? jurisdiction.Local.DateOf(ended) : null),
        ];
    }

    /// <returns>False where the form was wrong.</returns>
    public async Task<bool> WriteAsync(Viewer viewer, NewMonthPoint point, CancellationToken ct)
    {
        var (text, owner) = (OneLine(point.Text), OneLine(point.Owner));
        if (text.Length is < ShortestText or > LongestText || owner.Length is < ShortestOwner or > LongestOwner || LinkCheck.Finds(text) || LinkCheck.Finds(owner)
            || (point.Kind == MonthPointKind.Action && point.Due is null) || (point.Kecamatan is { } where && jurisdiction.Regions.Find(where) is null))
        {
            return false;
        }

        return await committer.CommitAsync(
            async unit =>
            {
                if (point.Month > jurisdiction.Local.DateOf(unit.Now))
                {
                    return false;
                }

                var row = new MonthPointRow { Id = random.Id(), Month = point.Month, Kecamatan = point.Kecamatan, Kind = point.Kind, Due = point.Due, WrittenAt = unit.Now };
                row.Sealed = Envelope.Seal(_key.Value, 0, Envelope.Padded(Encoding.UTF8.GetBytes($"{owner}\n{text}"), Block), ContextOf(row.Id));
                unit.Db.MonthPoints.Add(row);
                await audit.AppendAsync(unit, viewer.Officer, AuditedDeed.Administered, $"month-point {point.Kind.ToString().ToLowerInvariant()} {row.Id:N}");
                return true;
            },
            ct);
    }

    /// <summary>Done, dropped, or open after all; and with another day where one is given.</summary>
    /// <returns>False where there is no such point, or an action would lose its day.</returns>
    public Task<bool> MoveAsync(Viewer viewer, Guid id, MonthPointState state, DateOnly? due, CancellationToken ct) => committer.CommitAsync(
        async unit =>
        {
            if (await unit.Db.MonthPoints.SingleOrDefaultAsync(row => row.Id == id) is not { } row || (row.Kind == MonthPointKind.Action && due is null))
            {
                return false;
            }

            row.EndedAt = state == MonthPointState.Open ? null : row.State == state ? row.EndedAt : unit.Now;
            (row.State, row.Due) = (state, due);
            await audit.AppendAsync(unit, viewer.Officer, AuditedDeed.Administered, $"month-point {state.ToString().ToLowerInvariant()} {id:N}");
            return true;
        },
        ct);

    private (string Owner, string Text) Open(MonthPointRow row) =>
        Envelope.Open(_key.Value, row.Sealed, ContextOf(row.Id)) is { } plain && Encoding.UTF8.GetString(plain).TrimEnd(' ').Split('\n', 2) is [var owner, var text] ? (owner, text) : ("", "");

    private static string ContextOf(Guid id) => $"month_points.{id:N}";

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
