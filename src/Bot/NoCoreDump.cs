using System.Runtime.InteropServices;

namespace Kentongan.Bot;

/// <summary>The memory of this process never becomes a file, whatever the limits and collectors of the machine are (threat-model 4, row 15).</summary>
internal static class NoCoreDump
{
    private const int SetDumpable = 4; // PR_SET_DUMPABLE

    /// <summary>Does what it can: elsewhere than on Linux the operator's limits have to do.</summary>
    public static void Forbid()
    {
        if (OperatingSystem.IsLinux())
        {
            _ = Control(SetDumpable, 0, 0, 0, 0);
        }
    }

    [DllImport("libc", EntryPoint = "prctl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Control(int option, nuint two, nuint three, nuint four, nuint five);
}
