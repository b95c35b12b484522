using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Store;

/// <summary>Reads and notes facts about this installation, each under its name (<see cref="SettingRow"/>).</summary>
public static class Settings
{
    /// <returns>Null where nothing is noted under that name.</returns>
    public static Task<string?> SettingAsync(this TriageDb db, string name, CancellationToken ct = default) =>
        db.Settings.AsNoTracking().Where(row => row.Name == name).Select(row => row.Value).SingleOrDefaultAsync(ct);

    /// <returns>Whether it was something else before, or nothing: of several processes that note the same, one is told so.</returns>
    public static async Task<bool> NoteAsync(this Unit unit, string name, string value)
    {
        if (await unit.Db.Settings.SingleOrDefaultAsync(row => row.Name == name) is not { } noted)
        {
            unit.Db.Settings.Add(new SettingRow { Name = name, Value = value });
            return true;
        }

        if (noted.Value == value)
        {
            return false;
        }

        noted.Value = value;
        return true;
    }
}
