using System.Buffers.Text;
using System.Security.Cryptography;
using Kentongan.Domain;
using Kentongan.Domain.Places;
using Kentongan.Domain.Rosters;
using Kentongan.Triage.Outbox;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Officers;

/// <param name="Kecamatan">Null for seats of the kabupaten.</param>
public sealed record InviteOfficer(string Name, Seat Seat, KecamatanCode? Kecamatan, bool IsDeputy);

/// <summary>Binds people in office to their Telegram account by a link that works once, for a while (design 4).</summary>
public sealed class Invitations(Randomness random, CaseWork work, CardRecall recall)
{
    /// <summary>How long a link works.</summary>
    public static readonly TimeSpan Validity = TimeSpan.FromHours(48);

    /// <returns>The token of the deep link. It is shown once; the store keeps its hash.</returns>
    public string Invite(Unit unit, InviteOfficer invite, OfficerId? invitedBy = null)
    {
        var officer = new OfficerRow { Id = new OfficerId(random.Id()), Name = invite.Name };
        var token = Base64Url.EncodeToString(random.Bytes(24));
        unit.Db.Officers.Add(officer);
        unit.Db.Postings.Add(new PostingRow
        {
            Id = random.Id(),
            Officer = officer.Id,
            Seat = invite.Seat.Code,
            Kecamatan = invite.Kecamatan,
            IsDeputy = invite.IsDeputy,
            From = unit.Now,
        });
        unit.Db.Invitations.Add(new InvitationRow
        {
            TokenHash = HashOf(token),
            Officer = officer.Id,
            InvitedBy = invitedBy,
            ExpiresAt = unit.Now + Validity,
        });
        return token;
    }

    /// <summary>
    /// Uses a link: the account that opens it first is bound. The inviter is told; so are the coordinators when the command line
    /// invited. An account that is bound already takes over the new posting as the same person.
    /// </summary>
    public async Task<Outcome<PostingRow>> UseAsync(Unit unit, string token, long chat)
    {
        var hash = HashOf(token);
        var valid = unit.Db.Invitations.Where(row => row.TokenHash == hash && row.UsedAt == null && row.RevokedAt == null && row.ExpiresAt > unit.Now);
        var invitation = await valid.AsNoTracking().SingleOrDefaultAsync();
        if (invitation is not null && await SeatsClashAsync(unit, invitation.Officer, chat))
        {
            return new Refusal.SeatsApart(); // the link stays good for whom it was meant
        }

        if (invitation is null || await valid.ExecuteUpdateAsync(row => row.SetProperty(used => used.UsedAt, unit.Now)) == 0)
        {
            return new Refusal.Stale(); // also where another process was quicker
        }

        var invited = await unit.Db.Officers.SingleAsync(officer => officer.Id == invitation.Officer);
        var posting = await unit.Db.Postings.SingleAsync(row => row.Officer == invitation.Officer);
        if (await unit.Db.Officers.SingleOrDefaultAsync(officer => officer.Chat == chat) is { } known)
        {
            (posting.Officer, invited.RemovedAt) = (known.Id, unit.Now);
            (known.RemovedAt, known.UnreachableSince) = (null, null);
        }
        else
        {
            (invited.Chat, invited.BoundAt) = (chat, unit.Now);
        }

        await TellInviterAsync(unit, invitation, invited, posting);
        return posting;
    }

    /// <summary>A fresh link for somebody who has not used theirs; earlier ones stop working.</summary>
    /// <returns>The token; null where the person is bound already, or is not there.</returns>
    public async Task<string?> RenewAsync(Unit unit, OfficerId id, OfficerId? invitedBy)
    {
        if (!await unit.Db.Officers.AnyAsync(officer => officer.Id == id && officer.Chat == null && officer.RemovedAt == null))
        {
            return null;
        }

        await RevokeAsync(unit, id);
        var token = Base64Url.EncodeToString(random.Bytes(24));
        unit.Db.Invitations.Add(new InvitationRow { TokenHash = HashOf(token), Officer = id, InvitedBy = invitedBy, ExpiresAt = unit.Now + Validity });
        return token;
    }

    /// <returns>False where no link was open.</returns>
    public static async Task<bool> RevokeAsync(Unit unit, OfficerId id)
    {
        var open = await unit.Db.Invitations.Where(row => row.Officer == id && row.UsedAt == null && row.RevokedAt == null && row.ExpiresAt > unit.Now).ToListAsync();
        open.ForEach(invitation => invitation.RevokedAt = unit.Now);
        return open.Count > 0;
    }

    /// <summary>Takes a person out: their postings end, open invitations are revoked, their cards are emptied, the account is forgotten.</summary>
    /// <returns>False where there is no such person.</returns>
    public async Task<bool> RemoveAsync(Unit unit, OfficerId id)
    {
        if (await unit.Db.Officers.SingleOrDefaultAsync(officer => officer.Id == id && officer.RemovedAt == null) is not { } officer)
        {
            return false;
        }

        if (officer.Chat is { } chat)
        {
            await recall.OfAsync(unit, id, chat);
        }

        (officer.RemovedAt, officer.Chat) = (unit.Now, null);
        await Unreachable.HastenAsync(unit, id);
        foreach (var posting in await unit.Db.Postings.Where(row => row.Officer == id && row.To == null).ToListAsync())
        {
            posting.To = unit.Now;
        }

        foreach (var invitation in await unit.Db.Invitations.Where(row => row.Officer == id && row.UsedAt == null).ToListAsync())
        {
            invitation.RevokedAt = unit.Now;
        }

        return true;
    }

    /// <summary>Whether somebody of this name sits where an invitation to the seat must not lead: nobody is counsellor and anything else (policy 5.7).</summary>
    public static async Task<bool> IsApartAsync(Unit unit, string name, Seat seat)
    {
        var counsels = seat == Seat.Konselor;
        var names = await (
            from posting in unit.Db.Postings.AsNoTracking()
            join officer in unit.Db.Officers.AsNoTracking() on posting.Officer equals officer.Id
            where officer.RemovedAt == null && (posting.To == null || posting.To > unit.Now) && (posting.Seat == Seat.Konselor.Code) != counsels
            select officer.Name).ToListAsync();
        return names.Exists(known => string.Equals(known.Trim(), name.Trim(), StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The account that opens the link holds a seat already, and one of the two is a counsellor's.</summary>
    private static async Task<bool> SeatsClashAsync(Unit unit, OfficerId invited, long chat)
    {
        var counsels = await unit.Db.Postings.AnyAsync(row => row.Officer == invited && row.Seat == Seat.Konselor.Code);
        return await (
            from posting in unit.Db.Postings
            join officer in unit.Db.Officers on posting.Officer equals officer.Id
            where officer.Chat == chat && (posting.To == null || posting.To > unit.Now) && (posting.Seat == Seat.Konselor.Code) != counsels
            select posting).AnyAsync();
    }

    private static byte[] HashOf(string token) => SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(token));

    private async Task TellInviterAsync(Unit unit, InvitationRow invitation, OfficerRow invited, PostingRow posting)
    {
        var notice = new Notice.InvitationUsed(invited.Name, posting.Seat, posting.Kecamatan?.Value);
        IEnumerable<OfficerId> readers = invitation.InvitedBy is { } inviter
            ? [inviter]
            : await Coordinators(unit).Where(id => id != posting.Officer).ToListAsync();
        foreach (var reader in readers)
        {
            await work.NotifyAsync(unit, reader, notice);
        }
    }

    private static IQueryable<OfficerId> Coordinators(Unit unit) =>
        from posting in unit.Db.Postings
        join officer in unit.Db.Officers on posting.Officer equals officer.Id
        where posting.Seat == Seat.Koordinator.Code && posting.To == null && officer.Chat != null && officer.RemovedAt == null
        select officer.Id;
}
