using System.Globalization;
using Kentongan.Domain.Help;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Help;

/// <summary>The only figure that leaves help: how many asked in the whole kabupaten in the month that is over, or that they were few (domain.md 8).</summary>
/// <remarks>Months do not overlap and a finished one does not change, so no two digests can be subtracted.</remarks>
public static class HelpFigures
{
    public static async Task<SuppressedCount> LastMonthAsync(TriageDb db, DateOnly today, CancellationToken ct)
    {
        var month = today.AddMonths(-1).ToString("yyyy-MM", CultureInfo.InvariantCulture);
        return new SuppressedCount(await db.Set<HelpMonthRow>().AsNoTracking().Where(row => row.Month == month).Select(row => (int?)row.Requests).SingleOrDefaultAsync(ct));
    }
}
