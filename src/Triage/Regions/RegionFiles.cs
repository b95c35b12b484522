using Kentongan.Domain.Places;
using Kentongan.Domain.Programmes;

namespace Kentongan.Triage.Regions;

/// <summary>Loads what a kabupaten is made of from its data directory.</summary>
public static class RegionFiles
{
    private const string Calendar = "calendar.json";

    /// <param name="kabupatenCode">Names the file: <c>33.20</c> is <c>33.20.json</c>.</param>
    /// <exception cref="InvalidDataFileException">The file is missing or has errors.</exception>
    public static Kabupaten Load(string directory, string kabupatenCode)
    {
        var kabupaten = DataFile.Read(directory, $"{kabupatenCode}.json", RegionReader.Read);
        return kabupaten.Code.Value == kabupatenCode
            ? kabupaten
            : throw new InvalidDataFileException(
                [$"{kabupatenCode}.json at code: the file describes {kabupaten.Code}; correct the code or rename the file."]);
    }

    /// <exception cref="InvalidDataFileException">The file is missing or has errors.</exception>
    public static OperationCalendar LoadCalendar(string directory) => DataFile.Read(directory, Calendar, CalendarReader.Read);
}
