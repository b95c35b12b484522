using Kentongan.Triage.Maps;
using Kentongan.Triage.Regions;
using Microsoft.Extensions.Hosting;

namespace Kentongan.Triage.Web.Maps;

/// <summary>
/// Reads the shapes of the kabupaten soon after the start, when nobody waits: joining the desa of imported boundaries takes a second or two,
/// which else whoever opens the first map would wait for.
/// </summary>
internal sealed class EarlyShapes(RegionShapes shapes, TimeProvider time) : BackgroundService
{
    /// <summary>Residents come first: by then the program has caught up with what waited for it.</summary>
    private static readonly TimeSpan AfterStart = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(AfterStart, time, stoppingToken);
        try
        {
            _ = shapes.All;
        }
        catch (Exception unreadable) when (unreadable is InvalidDataFileException or IOException)
        {
            // the page that needs them says so
        }
    }
}
