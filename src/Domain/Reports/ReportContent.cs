using Kentongan.Domain.Places;

namespace Kentongan.Domain.Reports;

/// <summary>
/// What a resident told and showed. Lives only encrypted with the report's own key, so that deleting the key makes every copy
/// unreadable (design 4).
/// </summary>
/// <param name="Story">The parts in the order in which they came.</param>
/// <param name="Pin">Exact point; kept at P0 only, otherwise null (design 6).</param>
public sealed record ReportContent(IReadOnlyList<string> Story, IReadOnlyList<EvidenceRef> Evidence, Coordinates? Pin)
{
    /// <summary>What officers sent with their resolutions, for whoever verifies (policy 2). Never the resident's.</summary>
    public IReadOnlyList<EvidenceRef> Proof
    {
        get => field ?? []; // content that was sealed before there was any
        init;
    }

    /// <summary>Where the victims are, to whom somebody has to go (policy 5.5); kept at P0 only, as the pin.</summary>
    public Coordinates? VictimsAt { get; init; }
}

/// <summary>A stored piece of evidence and the key that opens it.</summary>
/// <param name="Kind">photo, video, voice, audio or document.</param>
/// <param name="MediaType">By content, such as <c>image/jpeg</c>.</param>
public sealed record EvidenceRef(EvidenceId Id, string Kind, string MediaType, string Extension, byte[] Key);
