using Kentongan.Bot.Commands;
using Kentongan.Triage;
using Kentongan.Triage.Configuration;

namespace Kentongan.Bot.Configuration;

/// <summary>On SQLite there is one bot process: a lock on a file of the data directory, gone with the process however it ends.</summary>
internal static class OnlyBot
{
    /// <returns>Null where the store is PostgreSQL: there, processes take turns by a lease.</returns>
    public static IDisposable? Take(IConfiguration configuration)
    {
        if (configuration.GetValue<StoreProvider>("Store:Provider") == StoreProvider.Postgres)
        {
            return null;
        }

        try
        {
            return new FileStream(Path.Combine(Startup.DataDirectory(configuration), "bot.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new StartRefusedException("Another Kentongan already runs on this Data:Directory. Stop it first, or use PostgreSQL for more than one process.");
        }
    }
}
