using Kentongan.Domain.Help;
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

    /// <summary>Where help is found: <c>33.20.help.json</c>. A kabupaten without such a file has an empty directory.</summary>
    /// <exception cref="InvalidDataFileException">The file has errors.</exception>
    public static HelpDirectory LoadHelp(string directory, string kabupatenCode) =>
        File.Exists(Path.Combine(directory, $"{kabupatenCode}.help.json"))
            ? DataFile.Read(directory, $"{kabupatenCode}.help.json", HelpDirectoryReader.Read)
            : HelpDirectory.Empty;

    /// <exception cref="InvalidDataFileException">The file is missing or has errors.</exception>
    public static OperationCalendar LoadCalendar(string directory) => DataFile.Read(directory, Calendar, CalendarReader.Read);
}
