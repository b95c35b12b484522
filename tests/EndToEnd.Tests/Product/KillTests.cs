using System.Diagnostics;

namespace Kentongan.EndToEnd.Tests.Product;

/// <summary>kill -9, after which not a line of the product runs: what was promised is kept by whoever starts next.</summary>
public sealed class KillTests
{
    [Fact]
    public async Task A_report_that_was_half_written_goes_on_where_it_was()
    {
        await using var stage = await Stage.SetAsync();
        var siti = new Resident(stage.Telegram, "Siti Aminah");
        await siti.BeginsAsync();

        await stage.Product.KillAsync();
        siti.Hand.Says("Mereka berkumpul di dekat lapangan.");
        await stage.StartAsync();
        await siti.Hand.TapAsync("Lanjut");
        await siti.Hand.TapAsync("Tidak ada");
        var review = await siti.Hand.SeesAsync("Periksa dulu");
        await siti.Hand.TapAsync("✅ Kirim");
        await siti.ReadsReceiptAsync();

        Assert.Contains("Tawuran, perang sarung", Hand.WordsOf(review), StringComparison.Ordinal);
        await stage.Danramil.SeesAsync("Mereka berkumpul di dekat lapangan.");
    }

    /// <summary>What a resident writes is in memory for a moment; a dump would keep it.</summary>
    [Fact]
    public async Task A_process_that_dies_of_a_fault_leaves_no_picture_of_its_memory()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/prlimit") && (await File.ReadAllTextAsync("/proc/sys/kernel/core_pattern")).Trim() == "core", "This machine keeps dumps elsewhere.");
        using (var allow = Process.Start("prlimit", ["--pid", $"{Environment.ProcessId}", "--core=unlimited"])) // what is started from here inherits it
        {
            await allow.WaitForExitAsync();
        }

        await using var stage = await Stage.SetAsync();
        using (var other = Process.Start(new ProcessStartInfo("sleep", "60") { WorkingDirectory = stage.Home.Root })!)
        {
            await ProductProcess.AbortAsync(other);
        }

        Assert.SkipUnless(Dumps(stage).Count > 0, "This machine keeps no dumps.");
        Dumps(stage).ForEach(File.Delete);
        await new Resident(stage.Telegram, "Siti Aminah").BeginsAsync();

        await stage.Product.AbortAsync();

        Assert.Empty(Dumps(stage));
    }

    private static List<string> Dumps(Stage stage) => [.. stage.Home.Files().Where(path => Path.GetFileName(path).StartsWith("core", StringComparison.Ordinal))];

    [Theory]
    [InlineData("down", true)]
    [InlineData("timeout", true)]
    [InlineData("lost", false)]
    public async Task What_was_sent_but_not_yet_told_reaches_everybody_after_the_next_start(string fault, bool once)
    {
        await using var stage = await Stage.SetAsync();
        var siti = new Resident(stage.Telegram, "Siti Aminah");
        await siti.TellsAsync("Mereka berkumpul di dekat lapangan.");
        await stage.FaultAsync(fault, "sendMessage", seconds: 3_600);
        await stage.FaultAsync(fault, "editMessageText", seconds: 3_600);

        await siti.Hand.TapAsync("✅ Kirim");
        await stage.Product.KillAsync();
        await stage.HealAsync();
        await stage.StartAsync();

        await siti.ReadsReceiptAsync();
        Assert.Single(siti.Receipts().Distinct());
        Assert.True(!once || siti.Receipts().Count() == 1, siti.Hand.Screen);
        foreach (var officer in stage.Triad)
        {
            await officer.SeesAsync("Tawuran");
            Assert.Single(Cases.Of(officer).Distinct());
            Assert.True(!once || Cases.Of(officer).Count == 1, officer.Screen);
        }

        Assert.StartsWith("Diterima", await siti.LooksAsync(), StringComparison.Ordinal);
    }
}
