using Kentongan.Domain;
using Kentongan.Domain.Casualties;
using Kentongan.Domain.Deadlines;
using Kentongan.Domain.Places;
using Kentongan.Domain.Programmes;
using Kentongan.Domain.Reports;
using Kentongan.Domain.Routing;
using Kentongan.Triage.Clusters;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Keys;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Reports;

/// <summary>Everything one officer may see of one report, cut to their tier (domain.md 3, leak rule). What a card is drawn from.</summary>
/// <param name="Resolution">What the lead says was done; whoever verifies must read it, whatever their tier.</param>
/// <param name="Story">Null where the tier does not allow it, or the report is closed or shredded.</param>
/// <param name="Pin">At P0 only, and for the full tier.</param>
/// <param name="ScreeningReason">Why it lies on the coordinator's desk; one of the reasons of the router.</param>
/// <param name="Seats">The other seats that hold a standing card, for handing over.</param>
public sealed record CardView(
    long Card,
    OfficerId Officer,
    long Chat,
    int? MessageId,
    byte[]? Shown,
    Report Report,
    Subcategory Subcategory,
    string Seat,
    Part Part,
    AudienceTier Tier,
    bool Withdrawn,
    string? KecamatanName,
    string? DesaName,
    IReadOnlyList<string>? Story,
    Coordinates? Pin,
    IReadOnlyList<EvidenceRef> Evidence,
    IReadOnlyList<(bool FromOfficer, string Text)> Conversation,
    string? Resolution,
    string? ScreeningReason,
    IReadOnlyList<string> Seats)
{
    /// <summary>The report's company and its victims.</summary>
    public ClusterView Cluster { get; init; } = ClusterView.None;

    /// <summary>Where the victims are, for whoever sees the whole report and for health (policy 5.5).</summary>
    public Coordinates? VictimsAt { get; init; }

    /// <summary>The button whose choices the officer has opened, its argument, and when; null where none are open.</summary>
    public (int Button, int Argument, DateTimeOffset At)? OpenMenu { get; init; }

    public bool IsLead => Report.Lead == Officer;

    /// <summary>What officers noted last, for those who see the whole report.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What officers sent with a resolution; whoever verifies sees it, whatever their tier.</summary>
    public IReadOnlyList<EvidenceRef> Proof { get; init; } = [];

    /// <summary>Name of the body that it was referred to last.</summary>
    public string? ReferredTo { get; init; }
}

/// <summary>Reads a card as its officer may see it.</summary>
public sealed class CardQueries(Jurisdiction jurisdiction, ReportVault vault, ClusterQueries clusters)
{
    private const int LatestMessages = 6, LatestNotes = 2;

    private static readonly CompiledQuery<long, Found> Finding = new((db, id) =>
        from card in db.Cards.AsNoTracking()
        join officer in db.Officers.AsNoTracking() on card.Officer equals officer.Id
        join report in db.Reports.AsNoTracking() on card.Report equals report.Id
        where card.Id == id && officer.Chat != null
        select new Found(card, officer, report));

    private static readonly CompiledQuery<ReportId, MessageRow> Messages = new((db, report) => db.Messages.AsNoTracking()
        .Where(message => message.Report == report)
        .OrderByDescending(message => message.At)
        .Take(LatestMessages));

    private static readonly CompiledQuery<ReportId, byte[]> SealedNotes = new((db, report) => db.Facts.AsNoTracking()
        .Where(fact => fact.Report == report && fact.Action == ReportAction.Note && fact.SealedText != null)
        .OrderByDescending(fact => fact.Sequence)
        .Select(fact => fact.SealedText!)
        .Take(LatestNotes));

    private static readonly CompiledQuery<ReportId, Standing> Standings = new((db, report) => db.Cards.AsNoTracking()
        .Where(card => card.Report == report && card.OfferedAt != null && card.WithdrawnAt == null && (card.Part == Part.Lead || card.Part == Part.Support))
        .Select(card => new Standing(card.Officer, card.Seat)));

    private static readonly CompiledQuery<ReportId, OfficerId, DateTimeOffset, Own> Owns = new((db, report, officer, now) => db.Reports.AsNoTracking()
        .Where(one => one.Id == report)
        .Select(one => new Own(
            db.Cards.Where(card => card.Report == report && card.Officer == officer && card.OfferedAt <= now && card.WithdrawnAt == null).Select(card => (long?)card.Id).FirstOrDefault(),
            one.Accused)));

    /// <returns>The officer's own card of a report that is out and stands, null where they hold none; and whether the report accuses an office.</returns>
    public static async Task<(long? Card, bool Accuses)> OwnCardAsync(TriageDb db, ReportId report, OfficerId officer, DateTimeOffset now) =>
        await Owns.Run(db, report, officer, now).FirstOrDefaultAsync() is { } own ? (own.Card, own.Accused != AccusedOffice.None) : default;

    /// <returns>Null where the card is gone or its officer is no longer bound.</returns>
    public async Task<CardView?> ReadAsync(TriageDb db, long cardId, CancellationToken ct)
    {
        if (await Finding.FirstAsync(db, cardId, ct) is not { Card: var row, Report: var it } found)
        {
            return null;
        }

        var tier = it.Lead == row.Officer ? AudienceTier.Full : row.Tier; // who answers for it must be able to judge it
        var full = tier == AudienceTier.Full && row.WithdrawnAt is null;
        var verifies = it.Status == ReportStatus.ResolutionProposed && row.WithdrawnAt is null && row.Part != Part.Copy;
        var rescues = it.Priority == Priority.P0 && row.WithdrawnAt is null && Watch.IsHealth(row.Seat);
        var sealedContent = (full || verifies || rescues) && it.Status is not (ReportStatus.Closed or ReportStatus.Merged) ? await vault.ReadContentAsync(db, it.Id, ct) : null;
        var content = full ? sealedContent : null;
        return new CardView(
            row.Id,
            row.Officer,
            found.Officer.Chat!.Value,
            row.MessageId,
            row.Shown,
            it,
            jurisdiction.Programmes.Find(it.Category)!,
            row.Seat,
            row.Part,
            tier,
            row.WithdrawnAt is not null,
            it.Kecamatan is { } kecamatan ? jurisdiction.Regions.Find(kecamatan)?.Name : null,
            it.Desa is { } desa && tier != AudienceTier.Agregat ? jurisdiction.Regions.Find(desa)?.Name : null,
            content?.Story,
            content?.Pin,
            content?.Evidence ?? [],
            content is not null ? await ConversationAsync(db, it.Id, ct) : [],
            full || row.Part is Part.Lead or Part.Support ? await ResolutionAsync(db, it, ct) : null,
            it.Status == ReportStatus.Screening ? await ReasonAsync(db, it.Id, ct) : null,
            [.. (await Standings.ListAsync(db, it.Id, ct)).Where(other => other.Officer != row.Officer).Select(other => other.Seat).Distinct()])
        {
            Cluster = await clusters.ReadAsync(db, it, tier, ct),
            Notes = content is not null ? await NotesAsync(db, it.Id, ct) : [],
            Proof = full || verifies ? sealedContent?.Proof ?? [] : [],
            OpenMenu = row is { Menu: { } button, MenuAt: { } at } ? (button, row.MenuArgument, at) : null,
            VictimsAt = full || rescues ? sealedContent?.VictimsAt : null,
            ReferredTo = it.ReferredTo is { } code ? jurisdiction.Kabupaten.ReferralBodies.FirstOrDefault(body => body.Code == code)?.Name ?? code : null,
        };
    }

    private async Task<IReadOnlyList<string>> NotesAsync(TriageDb db, ReportId report, CancellationToken ct)
    {
        var rows = await SealedNotes.ListAsync(db, report, ct);
        return [.. from row in Enumerable.Reverse(rows) let text = vault.OpenText(report, row) where text is not null select text];
    }

    /// <summary>
    /// The cards of one officer whose reports are still open, most urgent first, then oldest, as far as officers know; of one part of the day the lot
    /// of the case number decides (threat-model 4, row 13).
    /// </summary>
    public static async Task<IReadOnlyList<long>> OpenCardsAsync(TriageDb db, OfficerId officer, LocalTime local, DateTimeOffset now, int take, CancellationToken ct)
    {
        var open = await (
            from card in db.Cards.AsNoTracking()
            join report in db.Reports.AsNoTracking() on card.Report equals report.Id
            where card.Officer == officer && card.OfferedAt <= now && card.WithdrawnAt == null
                && Lifecycle.OpenStatuses.Contains(report.Status)
            select new { card.Id, report.Priority, report.ReceivedAt, report.CaseNumber }).ToListAsync(ct);
        return
        [
            .. open.OrderBy(one => one.Priority).ThenBy(one => local.KnownOf(one.Priority, one.ReceivedAt)).ThenBy(one => one.CaseNumber, StringComparer.Ordinal)
                .Take(take).Select(one => one.Id),
        ];
    }

    private async Task<IReadOnlyList<(bool FromOfficer, string Text)>> ConversationAsync(TriageDb db, ReportId report, CancellationToken ct)
    {
        var rows = await Messages.ListAsync(db, report, ct);
        rows.Reverse();
        return
        [
            .. from row in rows
               let text = vault.OpenText(report, row.SealedText)
               where text is not null
               select (row.Officer is not null, text),
        ];
    }

    private async Task<string?> ResolutionAsync(TriageDb db, Report report, CancellationToken ct)
    {
        var sealedText = report.Status is ReportStatus.ResolutionProposed or ReportStatus.Closed
            ? await db.Facts.AsNoTracking()
                .Where(fact => fact.Report == report.Id && (fact.Action == ReportAction.ProposeResolution || fact.Action == ReportAction.Dismiss))
                .OrderByDescending(fact => fact.Sequence)
                .Select(fact => fact.SealedText)
                .FirstOrDefaultAsync(ct)
            : null;
        return sealedText is null ? null : vault.OpenText(report.Id, sealedText);
    }

    private static Task<string?> ReasonAsync(TriageDb db, ReportId report, CancellationToken ct) => db.Facts.AsNoTracking()
        .Where(fact => fact.Report == report && fact.Action == ReportAction.Screen)
        .OrderByDescending(fact => fact.Sequence)
        .Select(fact => fact.Detail)
        .FirstOrDefaultAsync(ct);

    private sealed record Standing(OfficerId Officer, string Seat);

    private sealed record Own(long? Card, AccusedOffice Accused);

    private sealed record Found(CardRow Card, OfficerRow Officer, Report Report);
}
