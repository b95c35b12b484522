using Kentongan.Domain.Programmes;
using Kentongan.Triage.Regions;
using Microsoft.Extensions.Configuration;

namespace Kentongan.Triage.Web.Office;

/// <summary>The calendar of the kabupaten with the names of its days, read when somebody looks: the program itself needs only the dates.</summary>
public sealed class Calendars(IConfiguration configuration)
{
    public OperationCalendar Read() => RegionFiles.LoadCalendar(configuration["Regions:Directory"] ?? Path.Combine(AppContext.BaseDirectory, "regions"));
}
