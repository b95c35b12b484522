using System.Text;
using Kentongan.Triage.Evidence;
using Kentongan.Triage.Evidence.Tools;
using Kentongan.Triage.Tests.Evidence.Corpus;

namespace Kentongan.Triage.Tests.Evidence;

/// <summary>The tool here is a shell that runs what it is sent, as a tool would that was taken over by a file.</summary>
public sealed class ToolSandboxTests
{
    [Theory]
    [InlineData("it reaches the network", "cat /proc/net/dev | tail -n +3 | grep -v ' lo:'")]
    [InlineData("it sees accounts", "cat /etc/passwd")]
    [InlineData("it sees homes", "ls /home /root /var /tmp /srv /opt")]
    [InlineData("it sees other processes", "ls /proc | grep '^[0-9]*$' | grep -v -x -e 1 -e 2 -e 3 -e 4 -e 5 -e 6 -e 7 -e 8")]
    [InlineData("it writes elsewhere", "for d in / /usr /usr/bin /etc /dev; do touch $d/mark 2>/dev/null && echo $d; done")]
    [InlineData("it has privileges", "grep -E '^Cap(Prm|Eff|Bnd|Amb)' /proc/self/status | grep -v 0000000000000000")]
    [InlineData("it builds namespaces", "unshare -U echo yes")]
    [InlineData("it inherits settings", "env | grep -v -E '^(PATH|HOME|TMPDIR|LC_ALL|PWD|SHLVL|_)='")]
    [InlineData("it dumps its memory", "ulimit -c | grep -v -x -e 0 -e 1")]
    public async Task A_captured_tool_finds_nothing_to_harm(string fear, string attempt)
    {
        Tool.Needs("bubblewrap");

        var found = await RunAsync($"({attempt}) >found 2>/dev/null; echo nothing: >out; cat found >>out; true");

        Assert.True(found == "nothing:\n", $"{fear}: {found}");
    }

    [Fact]
    public async Task A_tool_is_nobody_and_nothing_it_wrote_is_left()
    {
        Tool.Needs("bubblewrap");

        Assert.Equal("65534\n", await RunAsync("id -u >out"));
        Assert.Equal("in\nout\n", await RunAsync("ls >out"));
        Assert.False(Directory.Exists("/box/out"));
    }

    [Fact]
    public async Task A_tool_that_takes_too_much_memory_or_says_too_much_is_stopped()
    {
        Tool.Needs("bubblewrap");

        Assert.Null(await RunAsync("head -c 900000000 /dev/zero | tail -c 800000000 | wc -c >out && [ -s out ] && grep -q 800000000 out"));
        Assert.Null(await RunAsync("head -c 90000000 /dev/zero >out"));
    }

    [Fact]
    public async Task A_tool_that_never_ends_ends_with_the_patience_of_the_caller()
    {
        Tool.Needs("bubblewrap");
        using var patience = new CancellationTokenSource();
        var run = new ToolSandbox(new EvidenceOptions()).RunAsync(Command, "sleep 1000"u8.ToArray(), patience.Token);

        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
    }

    [Fact]
    public async Task A_tool_that_fails_or_writes_nothing_gives_nothing()
    {
        Tool.Needs("bubblewrap");

        Assert.Null(await RunAsync("echo something >out; exit 3"));
        Assert.Null(await RunAsync("true"));
    }

    private static ToolCommand Command => new("sh", "in", ["in"], "out");

    private static async Task<string?> RunAsync(string script)
    {
        var options = new EvidenceOptions { MemoryBytes = 512 * 1024 * 1024 };
        var result = await new ToolSandbox(options).RunAsync(Command, Encoding.UTF8.GetBytes(script + "\n"), TestContext.Current.CancellationToken);
        return result.Bytes is { } bytes ? Encoding.UTF8.GetString(bytes) : null;
    }
}
