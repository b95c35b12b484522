using System.Text.RegularExpressions;
using Kentongan.Triage.Tests.Store;

namespace Kentongan.Triage.Tests.Architecture;

/// <summary>What the pages say of losses and leaks is shown by tests that exist.</summary>
public sealed partial class SecurityPageTests
{
    [Fact]
    public void Every_row_of_what_a_loss_surrenders_names_tests_that_exist()
    {
        var rows = RowsOf("SECURITY.md", "| Lost |");

        Assert.Equal(11, rows.Count);
        Assert.All(rows, NamesTestsThatExist);
    }

    [Fact]
    public void Every_leak_names_tests_that_exist()
    {
        var rows = RowsOf("docs/leaks.md", "| # |");

        Assert.Equal(Enumerable.Range(1, 23).Select(number => $" {number} "), rows.Select(row => row.Split('|')[1])); // as the threat model counts them
        Assert.All(rows, NamesTestsThatExist);
    }

    private static List<string> RowsOf(string page, string head) =>
        [.. File.ReadAllLines(Path.Combine(Jepara.Root, page)).SkipWhile(line => !line.StartsWith(head, StringComparison.Ordinal)).Skip(2).TakeWhile(line => line.StartsWith('|'))];

    private static void NamesTestsThatExist(string row)
    {
        var known = Directory.EnumerateFiles(Path.Combine(Jepara.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories).Select(Path.GetFileNameWithoutExtension).ToHashSet();
        var named = Names().Matches(row.Split('|')[^2]).Select(match => match.Groups[1].Value).ToList();
        Assert.NotEmpty(named);
        Assert.All(named, name => Assert.Contains(name, known));
    }

    [GeneratedRegex("`([A-Z][A-Za-z]+Tests)`")]
    private static partial Regex Names();
}
