using System.Runtime.InteropServices;

namespace Kentongan.Bot.Tests.Offices;

/// <summary>The memory of the program, in which everything lies in the open, becomes no file (threat-model 4, row 15).</summary>
public sealed class NoCoreDumpTests
{
    private const int GetDumpable = 3, SetDumpable = 4; // PR_GET_DUMPABLE, PR_SET_DUMPABLE

    [Fact]
    public void After_the_first_line_of_the_program_the_kernel_writes_no_dump_of_it()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Elsewhere than on Linux the operator's limits have to do.");
        var before = Control(GetDumpable, 0, 0, 0, 0);
        try
        {
            NoCoreDump.Forbid();

            Assert.Equal(0, Control(GetDumpable, 0, 0, 0, 0));
        }
        finally
        {
            _ = Control(SetDumpable, (nuint)before, 0, 0, 0); // this process is that of the tests
        }
    }

    [DllImport("libc", EntryPoint = "prctl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Control(int option, nuint two, nuint three, nuint four, nuint five);
}
