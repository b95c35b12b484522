using Kentongan.Triage.Regions;

namespace Kentongan.Triage.Tests.Regions;

public sealed class DataFilesTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("data").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public void The_shipped_files_load()
    {
        Assert.Equal(195, RegionFiles.Load(Shipped("regions"), "33.20").Kecamatan.Sum(kecamatan => kecamatan.Desa.Count));
        Assert.Equal(6, RegionFiles.LoadCalendar(Shipped("regions")).Ramadhan.Count);
        Assert.Equal(5, ProgrammeFiles.Load(Shipped("programmes")).Programmes.Count);
    }

    [Fact]
    public void A_missing_region_is_named()
    {
        var refused = Assert.Throws<InvalidDataFileException>(() => RegionFiles.Load(_directory, "99.01"));

        Assert.Equal($"99.01.json: not found in {_directory}; put it there or correct the setting.", refused.Message);
    }

    [Fact]
    public void A_region_under_the_name_of_another_is_refused()
    {
        File.Copy(Path.Combine(Shipped("regions"), "33.20.json"), Path.Combine(_directory, "35.09.json"));

        var refused = Assert.Throws<InvalidDataFileException>(() => RegionFiles.Load(_directory, "35.09"));

        Assert.Equal("35.09.json at code: the file describes 33.20; correct the code or rename the file.", refused.Message);
    }

    [Fact]
    public void A_directory_without_programmes_is_refused()
    {
        var refused = Assert.Throws<InvalidDataFileException>(() => ProgrammeFiles.Load(Path.Combine(_directory, "none")));

        Assert.StartsWith("No programme file (*.json) in ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_errors_of_all_programmes_come_together_one_a_line()
    {
        File.WriteAllText(Path.Combine(_directory, "a.json"), "{");
        File.WriteAllText(Path.Combine(_directory, "b.json"), """{ "kode": "b" }""");

        var refused = Assert.Throws<InvalidDataFileException>(() => ProgrammeFiles.Load(_directory));

        Assert.Equal(
            ["a.json: not valid JSON at line 1; check commas, quotes and brackets there.",
                "b.json: unknown member \"kode\"; remove it or correct its spelling."],
            refused.Message.Split('\n'));
    }

    [Fact]
    public void Two_programmes_that_contradict_each_other_are_refused_together()
    {
        var original = File.ReadAllText(Path.Combine(Shipped("programmes"), "netralitas-asn.json"));
        File.WriteAllText(Path.Combine(_directory, "netralitas-asn.json"), original);
        File.WriteAllText(Path.Combine(_directory, "salinan.json"), original
            .Replace("\"code\": \"netralitas-asn\"", "\"code\": \"salinan\"", StringComparison.Ordinal)
            .Replace("🗳️", "📮", StringComparison.Ordinal));

        var refused = Assert.Throws<InvalidDataFileException>(() => ProgrammeFiles.Load(_directory));

        Assert.Equal(
            ["salinan: category \"pemilu\" differs from netralitas-asn in label, icon or menu order; write the same in both.",
                "salinan: \"pemilu.netralitas\" is also in netralitas-asn; keep it in one programme."],
            refused.Errors);
    }

    private static string Shipped(string folder)
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "Kentongan.slnx")))
        {
            directory = directory.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return Path.Combine(directory.FullName, folder);
    }
}
