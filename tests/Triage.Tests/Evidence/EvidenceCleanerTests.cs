using Kentongan.Triage.Evidence;
using Kentongan.Triage.Tests.Evidence.Corpus;

namespace Kentongan.Triage.Tests.Evidence;

public sealed class EvidenceCleanerTests
{
    private static EvidenceOptions NoTools => new() { ToolsDirectory = "/nonexistent" };

    [Fact]
    public async Task What_is_none_of_our_types_is_unknown_whatever_its_name()
    {
        byte[][] strangers =
        [
            [], [0], [.. "GIF89a......"u8], [.. "MZ\x90\0 this program cannot be run"u8], [.. "<html><script>"u8],
            [.. "#!/bin/sh\nrm -rf /"u8], Canary.Zip(), [.. "RIFF\x10\0\0\0AVI LIST"u8], [0x7F, .. "ELF program"u8],
        ];

        foreach (var stranger in strangers)
        {
            Assert.Equal(CleaningRefusal.UnknownType, await Cleaning.Refused(stranger));
        }
    }

    [Fact]
    public async Task A_file_of_the_largest_size_is_taken_and_one_byte_more_is_not()
    {
        var photo = JpegFactory.Photo();

        Assert.IsType<CleaningResult.Cleaned>(await Cleaning.Of(photo, new EvidenceOptions { MaxBytes = photo.Length }));
        Assert.Equal(CleaningRefusal.TooLarge, await Cleaning.Refused(photo, new EvidenceOptions { MaxBytes = photo.Length - 1 }));
    }

    [Fact]
    public async Task Without_tools_pictures_are_cleaned_and_the_rest_is_refused()
    {
        Assert.IsType<CleaningResult.Cleaned>(await Cleaning.Of(JpegFactory.Photo(), NoTools));
        Assert.Equal(CleaningRefusal.CannotBeCleaned, await Cleaning.Refused([.. "%PDF-1.4\n"u8], NoTools));
        Assert.Equal(CleaningRefusal.CannotBeCleaned, await Cleaning.Refused([.. "ID3\x04\0\0\0\0\0\0"u8], NoTools));
    }

    [Fact]
    public void Missing_packages_are_named_with_the_files_they_are_for()
    {
        var missing = EvidenceCleaner.MissingTools(NoTools);

        Assert.Equal(["bubblewrap", "ffmpeg", "mat2"], missing.Select(tool => tool.Package));
        Assert.All(missing, tool => Assert.Equal(MissingToolReason.NotInstalled, tool.Why));
        Assert.Contains("PDF", missing[2].FileTypes);
    }

    [Fact]
    public async Task A_tool_is_never_run_where_no_sandbox_can_be_built()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs a shell");
        using var bin = new ToolsFolder();
        bin.Add("bwrap", "cat >/dev/null; exit 1");
        bin.Add("prlimit", "exit 0");
        bin.Add("mat2", $"echo ran > {bin.Path}/evidence-of-crime");
        bin.Add("ffmpeg", "exit 0");
        var options = new EvidenceOptions { ToolsDirectory = bin.Path };

        var why = await Cleaning.Refused([.. "%PDF-1.4\n"u8], options);

        Assert.Equal(CleaningRefusal.CannotBeCleaned, why);
        Assert.False(File.Exists(Path.Combine(bin.Path, "evidence-of-crime")));
        Assert.Equal(MissingToolReason.NotPermitted, Assert.Single(EvidenceCleaner.MissingTools(options)).Why);
    }

    [Fact]
    public async Task Time_that_has_run_out_is_a_refusal_and_a_caller_who_gives_up_is_not()
    {
        Assert.Equal(
            new CleaningResult.Refused(CleaningRefusal.TookTooLong),
            await Cleaning.Of(JpegFactory.Photo(), time: new ClockOfTheImpatient()));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Cleaning.Of(JpegFactory.Photo(), ct: new CancellationToken(canceled: true)));
    }

    [Fact]
    public void A_result_that_is_printed_shows_no_content()
    {
        var printed = new CleaningResult.Cleaned(EvidenceKind.Photo, "image/jpeg", "jpg", [1, 2, 3]).ToString();

        Assert.Equal("Cleaned Photo, 3 bytes", printed);
    }

    /// <summary>Every timer is already over.</summary>
    private sealed class ClockOfTheImpatient : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            callback(state);
            return System.CreateTimer(_ => { }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    private sealed class ToolsFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("tools").FullName;

        public void Add(string name, string script)
        {
            var path = System.IO.Path.Combine(Path, name);
            File.WriteAllText(path, "#!/bin/sh\n" + script + "\n");
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
