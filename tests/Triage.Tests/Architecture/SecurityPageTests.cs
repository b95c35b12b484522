using System.Text.RegularExpressions;
using Kentongan.Triage.Tests.Store;

namespace Kentongan.Triage.Tests.Architecture;

/// <summary>What SECURITY.md says of a loss is shown by a test that exists.</summary>
public sealed partial class SecurityPageTests
{
    [Fact]
    public void Every_row_of_what_a_loss_surrenders_names_tests_that_exist()
    {
        var rows = File.ReadAllLines(Path.Combine(Jepara.Root, "SECURITY.md")).SkipWhile(line => !line.StartsWith("| Lost |", StringComparison.Ordinal)).Skip(2)
            .TakeWhile(line => line.StartsWith('|')).ToList();
        var known = Directory.EnumerateFiles(Path.Combine(Jepara.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories).Select(Path.GetFileNameWithoutExtension).ToHashSet();

        Assert.Equal(11, rows.Count);
        Assert.All(rows, row =>
        {
            var named = Names().Matches(row.Split('|')[^2]).Select(match => match.Groups[1].Value).ToList();
            Assert.NotEmpty(named);
            Assert.All(named, name => Assert.Contains(name, known));
        });
    }

    [GeneratedRegex("`([A-Z][A-Za-z]+Tests)`")]
    private static partial Regex Names();
}
