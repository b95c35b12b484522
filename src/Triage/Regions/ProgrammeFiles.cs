using Kentongan.Domain.Programmes;

namespace Kentongan.Triage.Regions;

/// <summary>Loads every programme of a directory as one catalogue.</summary>
public static class ProgrammeFiles
{
    /// <summary>Reads all <c>*.json</c> in the order of their names, and reports the errors of all of them at once.</summary>
    /// <exception cref="InvalidDataFileException">There is no file, or at least one has errors.</exception>
    public static ProgrammeCatalogue Load(string directory)
    {
        var paths = Directory.Exists(directory) ? Directory.GetFiles(directory, "*.json") : [];
        if (paths.Length == 0)
        {
            throw new InvalidDataFileException([$"No programme file (*.json) in {directory}; put one there or correct the setting."]);
        }

        var reads = paths
            .OrderBy(path => path, StringComparer.Ordinal)
            .Select(path => ProgrammeReader.Read(Path.GetFileName(path), File.ReadAllText(path)))
            .ToList();
        var errors = reads.SelectMany(read => read.Errors).ToList();
        if (errors.Count > 0)
        {
            throw new InvalidDataFileException(errors);
        }

        var catalogue = ProgrammeCatalogue.Build([.. reads.Select(read => read.Value)]);
        return catalogue.Succeeded ? catalogue.Value : throw new InvalidDataFileException(catalogue.Errors);
    }
}
