using Kentongan.Domain;
using Kentongan.Domain.Places;
using Kentongan.Domain.Rosters;
using Kentongan.Triage.Officers;
using Kentongan.Triage.Store;
using Kentongan.Triage.Tests.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Tests.Reports;

/// <content>Who sits where.</content>
internal sealed partial class Desk
{
    /// <summary>The three seats of Kedung with their deputies, the camat and kapolsek of Pecangaan, and the coordinator.</summary>
    public const string Usual =
        "camat kapolsek danramil camat~ kapolsek~ danramil~ camat/02 kapolsek/02 danramil/02 koordinator";

    private readonly Dictionary<string, OfficerId> _officers = [];

    /// <summary>An officer by the word that bound them.</summary>
    public OfficerId this[string word] => _officers[word];

    public string NameOf(OfficerId? officer) => _officers.FirstOrDefault(pair => pair.Value == officer).Key ?? "?";

    /// <summary>
    /// Invites an officer and uses the invitation. The word is a seat, with <c>~</c> for its deputy and <c>/02</c> for another kecamatan
    /// than Kedung.
    /// </summary>
    public async Task<OfficerId> BindAsync(string word, long? chat = null)
    {
        var token = await CommitAsync(unit => Task.FromResult(Get<Invitations>().Invite(unit, InvitationOf(word))));
        var bound = await CommitAsync(unit => Get<Invitations>().UseAsync(unit, token, chat ?? 5_000 + _officers.Count));
        var posting = Assert.IsType<Outcome<PostingRow>.Done>(bound).Value;
        await CommitAsync(unit => unit.Db.Outbox.ExecuteDeleteAsync()); // who told whom of the binding is not what most tests look at
        return _officers[word] = posting.Officer;
    }

    public static InviteOfficer InvitationOf(string word)
    {
        var parts = word.Split('/');
        var seat = new Seat(parts[0].TrimEnd('~'));
        KecamatanCode? kecamatan = seat.IsTriad ? parts.Length > 1 ? new KecamatanCode($"33.20.{parts[1]}") : Jepara.Kedung : null;
        return new InviteOfficer($"Name of {word}", seat, kecamatan, parts[0].EndsWith('~'));
    }
}
