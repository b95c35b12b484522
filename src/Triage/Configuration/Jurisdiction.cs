using Kentongan.Domain.Deadlines;
using Kentongan.Domain.Help;
using Kentongan.Domain.Places;
using Kentongan.Domain.Programmes;

namespace Kentongan.Triage.Configuration;

/// <summary>What does not change while the program runs: the kabupaten, its places, its programmes and its local time.</summary>
public sealed record Jurisdiction(Kabupaten Kabupaten, RegionIndex Regions, ProgrammeCatalogue Programmes, LocalTime Local)
{
    /// <summary>Where people who need help can be sent (domain.md 8).</summary>
    public HelpDirectory Help { get; init; } = HelpDirectory.Empty;
}
