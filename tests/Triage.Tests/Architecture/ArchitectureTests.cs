using System.Reflection;
using System.Text.RegularExpressions;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Jobs;
using Kentongan.Triage.Outbox;
using Kentongan.Triage.Store;
using Kentongan.Triage.Tests.Store;

namespace Kentongan.Triage.Tests.Architecture;

/// <summary>What the house promises about its own code (design 2, threat-model 4, rows 2 and 5).</summary>
public sealed partial class ArchitectureTests
{
    private static readonly string Source = Path.Combine(Jepara.Root, "src");

    /// <summary>What a log line may carry: names of types, of jobs and of switches of our own.</summary>
    private static readonly string[] Loggable = ["DateTimeOffset again", "ILogger logger", "string error", "string job", "string kind", "string where"];

    /// <summary>What a notice may carry besides numbers, yes or no and case numbers: seats, areas, bodies, and officers' own names.</summary>
    private static readonly string[] Noticeable =
    [
        "CaseNumber String", "Step Int32", "MinutesOpen Int32", "Level Int32", "Days Int32", "Silent IReadOnlyList`1", "Seat String", "Kecamatan String",
        "Officer String", "Answer Boolean", "ByReporter Boolean", "Body String", "Areas IReadOnlyList`1", "Reports Int32", "Dead Int32", "InHospital Int32", "Injured Int32", "Hours Int32",
        "Job String", // the name of a class of ours
    ];

    [Fact]
    public void References_point_one_way()
    {
        Assert.Empty(ReferencesOf(typeof(Report).Assembly, "Kentongan."));
        Assert.Equal(["Kentongan.Domain"], ReferencesOf(typeof(TriageDb).Assembly, "Kentongan."));
        Assert.DoesNotContain("Triage", ProjectReferencesOf("Domain"));
        Assert.Equal(["Kentongan.Domain"], ProjectReferencesOf("Triage"));
        Assert.Equal(["Kentongan.TelegramApi", "Kentongan.Triage"], ProjectReferencesOf("Bot"));
        Assert.Empty(ProjectReferencesOf("TelegramApi"));
    }

    [Fact]
    public void The_domain_references_fluent_validation_and_nothing_else()
    {
        var foreign = typeof(Report).Assembly.GetReferencedAssemblies().Select(name => name.Name!).Where(name => !name.StartsWith("System.", StringComparison.Ordinal));

        Assert.Equal(["FluentValidation"], foreign);
        Assert.Equal(["FluentValidation"], PackageReferences().Matches(File.ReadAllText(Path.Combine(Source, "Domain", "Kentongan.Domain.csproj"))).Select(match => match.Groups[1].Value));
    }

    [Fact]
    public void Only_the_edge_names_types_of_telegram()
    {
        var naming = FilesOf("Domain", "Triage", "Bot").Where(file => TelegramTypes().IsMatch(File.ReadAllText(file)));

        Assert.All(naming, file => Assert.Matches("^Bot/(Telegram/|Commands/(Doctor|Officers)|BotModule.cs)", Path.GetRelativePath(Source, file).Replace('\\', '/')));
    }

    [Fact]
    public void Only_an_officer_has_a_chat_in_the_back_office()
    {
        var members = Types(typeof(Report).Assembly).Concat(Types(typeof(TriageDb).Assembly))
            .Where(type => type.Namespace != "Kentongan.Domain.Privacy") // finds what a text tells of its writer, and keeps nothing
            .SelectMany(type => type.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
                .Where(member => member is PropertyInfo or FieldInfo && PeopleWords().IsMatch(member.Name) && !member.Name.Contains('<', StringComparison.Ordinal) && !member.Name.StartsWith("PropName_", StringComparison.Ordinal))
                .Select(member => $"{type.Name}.{member.Name}"))
            .Order(StringComparer.Ordinal);

        // The card's is that officer's, on its way to be drawn; a contact is what a resident asked us to keep, and is stored sealed only.
        Assert.Equal(["CardView.Chat", "Contact.Chat", "OfficerRow.Chat"], members);
    }

    [Fact]
    public void No_job_takes_an_argument_that_could_name_a_person()
    {
        var jobs = typeof(IJob).Assembly.GetTypes().Where(type => type is { IsClass: true } && type.IsAssignableTo(typeof(IJob))).ToList();

        Assert.Equal(jobs.Select(job => job.Name).Order(), JobSchedule.All.Select(scheduled => scheduled.Job.Name).Order());
        Assert.All(jobs, job =>
        {
            Assert.Equal([typeof(CancellationToken)], job.GetMethod(nameof(IJob.RunAsync))!.GetParameters().Select(parameter => parameter.ParameterType));
            Assert.All(Assert.Single(job.GetConstructors()).GetParameters(), parameter => Assert.False(parameter.ParameterType == typeof(string) || parameter.ParameterType.IsValueType, parameter.Name));
        });
    }

    [Fact]
    public void Log_lines_carry_nothing_but_names_of_our_own()
    {
        var methods = FilesOf("Domain", "Triage", "Bot").SelectMany(file => LogMethods().Matches(File.ReadAllText(file))).ToList();

        Assert.NotEmpty(methods);
        Assert.All(methods, method => Assert.All(method.Groups[1].Value.Split(',', StringSplitOptions.TrimEntries), parameter => Assert.Contains(parameter, Loggable)));
        Assert.DoesNotContain(FilesOf("Domain", "Triage", "Bot"), file => DirectLogging().IsMatch(File.ReadAllText(file)));
    }

    [Fact]
    public void A_notice_carries_nothing_that_was_written() => Assert.All(
        typeof(Notice).GetNestedTypes().SelectMany(notice => Assert.Single(notice.GetConstructors()).GetParameters()),
        parameter => Assert.Contains($"{parameter.Name} {parameter.ParameterType.Name}", Noticeable));

    private static IEnumerable<string> FilesOf(params string[] projects) => projects
        .SelectMany(project => Directory.EnumerateFiles(Path.Combine(Source, project), "*.cs", SearchOption.AllDirectories))
        .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal));

    private static List<string> ReferencesOf(Assembly assembly, string prefix) =>
        [.. assembly.GetReferencedAssemblies().Select(name => name.Name!).Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private static List<string> ProjectReferencesOf(string project) =>
        [.. ProjectReferences().Matches(File.ReadAllText(Path.Combine(Source, project, $"Kentongan.{project}.csproj"))).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal)];

    private static IEnumerable<Type> Types(Assembly assembly) => assembly.GetTypes().Where(type => !type.Name.Contains('<', StringComparison.Ordinal));

    [GeneratedRegex(@"ProjectReference Include=""[^""]*/([\w.]+)\.csproj""")]
    private static partial Regex ProjectReferences();

    [GeneratedRegex(@"PackageReference Include=""([^""]+)""")]
    private static partial Regex PackageReferences();

    [GeneratedRegex(@"(^|[^.\w])(global::)?Telegram\.Bot\b")]
    private static partial Regex TelegramTypes();

    [GeneratedRegex("chat|telegram|username|phone", RegexOptions.IgnoreCase)]
    private static partial Regex PeopleWords();

    [GeneratedRegex(@"\[LoggerMessage[^\]]*\]\s*(?:private|internal|public) static partial void \w+\(([^)]*)\)")]
    private static partial Regex LogMethods();

    [GeneratedRegex(@"\.Log(Trace|Debug|Information|Warning|Error|Critical)?\(")]
    private static partial Regex DirectLogging();
}
