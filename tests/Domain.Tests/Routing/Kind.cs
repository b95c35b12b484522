using Kentongan.Domain.Programmes;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Rosters;

namespace Kentongan.Domain.Tests.Routing;

/// <summary>Makes kinds of reports; tests change with <c>with</c> what they are about.</summary>
internal static class Kind
{
    public static Subcategory Of(string code, Priority priority, string lead = "", string support = "", string copies = "") => new(
        code,
        new Words(code),
        priority,
        Seats(lead),
        Seats(support),
        Seats(copies),
        SupportSees: AudienceTier.Ringkas,
        VillageHeadSees.No,
        Uplifts: [],
        Emergency: null,
        Advice: null,
        LegalReferences: [],
        EvidenceToClose: false,
        LegalDeadlineDays: null,
        IsHelp: false,
        ConcernsOfficialByNature: false);

    private static Seat[] Seats(string codes) =>
        [.. codes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(code => new Seat(code))];
}
