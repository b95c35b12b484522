using System.Text.RegularExpressions;
using Kentongan.Domain.Help;
using Kentongan.Triage.Help;
using Kentongan.Triage.Store;
using Kentongan.Triage.Tests.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Tests.Architecture;

/// <summary>That help cannot be reached from reports is a property of the code, not a habit (policy 5.7, threat-model 4, row 23).</summary>
public sealed partial class HelpArchitectureTests
{
    private static readonly string Source = Path.Combine(Jepara.Root, "src");

    /// <summary>Help itself, what stores and erases it, the conversation about it, and the lists in which everything is named once.</summary>
    private static readonly string[] Allowed =
    [
        "Triage/Help/", "Triage/Store/Configurations/HelpTables.cs", "Triage/Store/Migrations/", "Triage/Retention/EraseOldHelp.cs", "Domain/Help/",
        "Bot/Conversations/Help/", "Bot/Conversations/ChatInput.cs", "Bot/Conversations/ChatState.cs", "Bot/Conversations/ResidentConversation.cs",
        "Bot/Conversations/Phrases/BotText.cs", "Bot/Conversations/Phrases/Phrasebook.cs", "Bot/Conversations/Phrases/Indonesian.Help.cs",
        "Bot/Conversations/Phrases/Javanese.Help.cs", "Bot/Conversations/Phrases/English.Help.cs",
        "Bot/Commands/CounsellorsCommands.cs", "Triage/TriageModule.cs",
    ];

    /// <summary>What others may name: a job to run, keys to prove, places in a data file, and the one figure that holds nothing small.</summary>
    private static readonly string[] Open =
    [
        nameof(SuppressedCount), nameof(HelpFigures), nameof(MeetHelpDeadlines), nameof(HelpProof), nameof(HelpKeyRotation), nameof(HelpDirectory),
        nameof(HelpDirectoryReader), nameof(HelpPlace), nameof(HelpPlaceKind), nameof(HelpNotice),
    ];

    [Fact]
    public void Nobody_outside_help_names_its_types()
    {
        var names = typeof(HelpDoor).Assembly.GetTypes().Concat(typeof(HelpRequest).Assembly.GetTypes())
            .Where(type => type.Namespace is "Kentongan.Triage.Help" or "Kentongan.Domain.Help" && !type.IsNested && !type.Name.Contains('<', StringComparison.Ordinal))
            .Select(type => type.Name)
            .Where(name => !Open.Contains(name))
            .ToHashSet();
        Assert.Contains(nameof(HelpRequest), names);
        Assert.Contains(nameof(HelpVault), names);

        var offenders = Directory.EnumerateFiles(Source, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .Select(file => (Name: Path.GetRelativePath(Source, file).Replace('\\', '/'), Text: file))
            .Where(file => !Allowed.Any(allowed => file.Name.StartsWith(allowed, StringComparison.Ordinal)))
            .SelectMany(file => Words().Matches(WithoutStrings(File.ReadAllText(file.Text))).Select(word => word.Value).Where(names.Contains).Distinct().Select(word => $"{file.Name}: {word}"));

        Assert.Empty(offenders);
    }

    [Fact]
    public void The_tables_of_help_are_named_by_hand_nowhere() => Assert.DoesNotContain(
        Directory.EnumerateFiles(Source, "*.cs", SearchOption.AllDirectories).Where(file => !file.Contains("/obj/", StringComparison.Ordinal)),
        file => File.ReadAllText(file).Contains("help_requests", StringComparison.Ordinal)
            && !file.Contains("/Migrations/", StringComparison.Ordinal) && !file.EndsWith("HelpTables.cs", StringComparison.Ordinal));

    [Fact]
    public void No_key_and_no_column_leads_from_help_to_a_report_or_back()
    {
        using var db = new SqliteTriageDb(new DbContextOptionsBuilder<SqliteTriageDb>().UseSqlite("Data Source=:memory:").Options);
        var tables = db.Model.GetEntityTypes().ToList();
        var help = tables.Where(table => table.GetTableName()!.StartsWith("help_", StringComparison.Ordinal)).ToList();

        Assert.Equal(["help_cards", "help_contacts", "help_deadlines", "help_messages", "help_months", "help_requests"], help.Select(table => table.GetTableName()).Order());
        Assert.All(tables, table => Assert.Empty(table.GetForeignKeys()));
        Assert.All(help, table => Assert.DoesNotContain(table.GetProperties(), column => column.Name.Contains("Report", StringComparison.Ordinal) || column.Name.Contains("Chat", StringComparison.Ordinal)));
        Assert.All(tables.Except(help), table => Assert.DoesNotContain(table.GetProperties(), column => column.Name.Contains("Help", StringComparison.Ordinal) || column.ClrType == typeof(HelpId)));
        Assert.DoesNotContain(typeof(TriageDb).GetProperties(), property => property.Name.Contains("Help", StringComparison.Ordinal));
    }

    [Fact]
    public void A_notice_to_counsellors_carries_nothing_that_was_written() => Assert.All(
        typeof(HelpNotice).GetNestedTypes().SelectMany(notice => Assert.Single(notice.GetConstructors()).GetParameters()),
        parameter => Assert.Contains($"{parameter.Name} {parameter.ParameterType.Name}", (string[])["Card Int64", "MinutesOpen Int32", "Danger Boolean", "First Boolean"]));

    private static string WithoutStrings(string code) => Comments().Replace(code, "");

    [GeneratedRegex(@"\b[A-Z]\w+\b")]
    private static partial Regex Words();

    [GeneratedRegex(@"//.*")]
    private static partial Regex Comments();
}
