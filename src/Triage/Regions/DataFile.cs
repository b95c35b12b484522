using Kentongan.Domain.Places;

namespace Kentongan.Triage.Regions;

/// <summary>One data file on disk, handed to its reader.</summary>
internal static class DataFile
{
    public static T Read<T>(string directory, string fileName, Func<string, string, Read<T>> reader)
        where T : class
    {
        var path = Path.Combine(directory, fileName);
        if (!File.Exists(path))
        {
            throw new InvalidDataFileException([$"{fileName}: not found in {directory}; put it there or correct the setting."]);
        }

        var read = reader(fileName, File.ReadAllText(path));
        return read.Succeeded ? read.Value : throw new InvalidDataFileException(read.Errors);
    }
}
