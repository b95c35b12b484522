using Kentongan.Domain;

namespace Kentongan.Triage.Web.Viewing;

/// <summary>Filters to which an officer gave a name. Holds addresses of our own pages, no word of a report.</summary>
public sealed class SavedViewRow
{
    public Guid Id { get; set; }

    public OfficerId Officer { get; set; }

    public string Name { get; set; } = "";

    /// <summary>As <see cref="CaseFilter.ToQuery"/> writes it.</summary>
    public string Query { get; set; } = "";

    /// <summary>Told of every morning with the digest (policy 6).</summary>
    public bool EveryMorning { get; set; }
}
