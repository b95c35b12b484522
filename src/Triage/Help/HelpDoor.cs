using System.Globalization;
using Kentongan.Domain;
using Kentongan.Domain.Help;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Contacts;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Triage.Help;

/// <summary>What a resident asks for, before it is sealed.</summary>
/// <param name="Words">What they wrote, a part each; may be empty.</param>
public sealed record HelpAsked(HelpNeed Need, IReadOnlyList<string> Words);

/// <summary>A help conversation as whoever holds its receipt sees it.</summary>
public sealed record HelpView(HelpId Request, HelpStatus Status, bool IsAnswered, IReadOnlyList<HelpWord> Words, bool IsFollowed)
{
    public bool IsOpen => Status != HelpStatus.Closed;
}

/// <summary>The resident's side: ask, read, write, close, erase, by a capability and never by who they are (policy 5.7, threat-model 3).</summary>
public sealed class HelpDoor(HelpVault vault, HelpWork work, HelpEraser eraser, HelpContacts contacts, Randomness random, Jurisdiction jurisdiction)
{
    /// <summary>Whether there is anybody who would read a request now.</summary>
    public static async Task<bool> IsAttendedAsync(Unit unit) => (await HelpWork.CounsellorsAsync(unit.Db, unit.Now)).Count > 0;

    public async Task<HelpReceipt> AskAsync(Unit unit, HelpAsked asked)
    {
        var receipt = HelpReceipt.New(random);
        var request = HelpRequest.Open(new HelpId(random.Id()), receipt.Hash, asked.Need.Urgency, unit.Now);
        unit.Db.Set<HelpRequest>().Add(request);
        unit.Db.Set<HelpWordRow>().AddRange(vault.SealNew(request.Id, asked.Need, asked.Words, unit.Now));
        await CountAsync(unit);
        await HelpWork.StartClockAsync(unit, request);
        foreach (var counsellor in await HelpWork.CounsellorsAsync(unit.Db, unit.Now))
        {
            await work.OfferAsync(unit, request, counsellor);
        }

        return receipt;
    }

    /// <returns>Null where the receipt opens nothing, or nothing any more: the two look the same.</returns>
    public async Task<HelpView?> ReadAsync(Unit unit, HelpReceipt receipt)
    {
        if (await FindAsync(unit, receipt) is not { } request)
        {
            return null;
        }

        var followed = await unit.Db.Set<HelpContactRow>().AnyAsync(row => row.Request == request.Id);
        return new HelpView(
            request.Id, request.Status, request.AnsweredAt is not null, await vault.WordsAsync(unit.Db, request.Id, CancellationToken.None), followed);
    }

    /// <param name="danger">The words sound like danger to life.</param>
    public async Task<bool> WriteAsync(Unit unit, HelpReceipt receipt, string text, bool danger)
    {
        if (await FindAsync(unit, receipt) is not { } request
            || request.Write(danger, unit.Now) is not null
            || vault.Seal(request.Id, HelpWordKind.Resident, text, unit.Now, await NextAsync(unit, request.Id)) is not { } word)
        {
            return false;
        }

        unit.Db.Set<HelpWordRow>().Add(word);
        if (danger)
        {
            await HelpWork.StartClockAsync(unit, request);
        }

        IReadOnlyList<OfficerId> readers = request.Counsellor is { } has && !danger ? [has] : await HelpWork.CounsellorsAsync(unit.Db, unit.Now);
        foreach (var reader in readers.Where(_ => request.Counsellor is not null || danger)) // who has not taken it reads it when they do
        {
            await work.NotifyAsync(unit, request, reader, card => new HelpNotice.Wrote(card, danger));
        }

        await work.RefreshAsync(unit, request.Id);
        return true;
    }

    public async Task<bool> CloseAsync(Unit unit, HelpReceipt receipt)
    {
        if (await FindAsync(unit, receipt) is not { } request || request.Close(null, unit.Now) is not null)
        {
            return false;
        }

        await HelpWork.StopClockAsync(unit, request.Id);
        await work.RefreshAsync(unit, request.Id);
        return true;
    }

    public async Task<bool> FollowAsync(Unit unit, HelpReceipt receipt, Contact? contact)
    {
        if (await FindAsync(unit, receipt) is not { } request)
        {
            return false;
        }

        await (contact is null ? HelpContacts.EraseAsync(unit, request.Id) : contacts.KeepAsync(unit, request.Id, contact));
        return true;
    }

    /// <summary>At once, whatever state it is in.</summary>
    public async Task<bool> EraseAsync(Unit unit, HelpReceipt receipt)
    {
        if (await FindAsync(unit, receipt) is not { } request)
        {
            return false;
        }

        await eraser.EraseAsync(unit, request.Id);
        return true;
    }

    /// <summary>Everything that leads from a chat to a conversation: the contacts, and those conversations with them.</summary>
    public async Task EraseChatAsync(Unit unit, long chat)
    {
        foreach (var request in await contacts.OfChatAsync(unit, chat))
        {
            await eraser.EraseAsync(unit, request);
        }
    }

    internal static async Task<int> NextAsync(Unit unit, HelpId request) =>
        (await unit.Db.Set<HelpWordRow>().Where(row => row.Request == request).MaxAsync(row => (int?)row.Sequence) ?? 0) + 1;

    private static async Task<HelpRequest?> FindAsync(Unit unit, HelpReceipt receipt)
    {
        var hash = receipt.Hash;
        return await unit.Db.Set<HelpRequest>().SingleOrDefaultAsync(request => request.ReceiptHash == hash);
    }

    private async Task CountAsync(Unit unit)
    {
        var month = jurisdiction.Local.DateOf(unit.Now).ToString("yyyy-MM", CultureInfo.InvariantCulture);
        if (await unit.Db.Set<HelpMonthRow>().Where(row => row.Month == month).ExecuteUpdateAsync(row => row.SetProperty(one => one.Requests, one => one.Requests + 1)) == 0)
        {
            unit.Db.Set<HelpMonthRow>().Add(new HelpMonthRow { Month = month, Requests = 1 });
        }
    }
}
