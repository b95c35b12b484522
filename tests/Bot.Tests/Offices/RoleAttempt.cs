using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Kentongan.Bot.Conversations;
using Kentongan.Bot.Conversations.Officers;
using Kentongan.Bot.Delivery;
using Kentongan.Domain;
using Kentongan.Triage.Clusters;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Bot.Tests.Offices;

/// <summary>One tap of one person in one situation, tried through the real handlers and taken back.</summary>
internal static class RoleAttempt
{
    /// <summary>With the button of their own card, or of another's where they have none, sealed for them by whoever has the key.</summary>
    public static async Task<bool> MayAsync(Office office, Unit unit, Dictionary<string, OfficerId> people, string role, CardAction action)
    {
        await unit.Db.Database.ExecuteSqlRawAsync("SAVEPOINT attempt");
        var officer = people.GetValueOrDefault(role, people[action is >= CardAction.HelpTake and <= CardAction.HelpBack ? "konselor" : "kapolsek"]);
        var cards = await CardsAsync(unit, action);
        var card = cards.TryGetValue(officer, out var own) ? own : cards.Values.FirstOrDefault();
        var data = office.Get<CardTokens>().Seal(officer, new CardTap(card, action, await ArgumentAsync(office, unit, officer, card, action)));
        var incoming = new Incoming { UpdateId = 1, Chat = RoleMatrixTests.ChatOf(role), Message = 1, Body = new IncomingBody.Tapped(data) };
        var bound = await unit.Db.Officers.AsNoTracking().Where(row => row.Chat == incoming.Chat).Select(row => (OfficerId?)row.Id).SingleOrDefaultAsync();
        var handled = await office.Get<OfficerDesk>().TryHandleAsync(unit, bound, incoming, null, ChatState.Fresh);
        unit.Db.ChangeTracker.Clear();
        await unit.Db.Database.ExecuteSqlRawAsync("ROLLBACK TO attempt");
        return handled is { Answer.Alert: false };
    }

    /// <summary>Of help, or of the report that came first.</summary>
    private static async Task<Dictionary<OfficerId, long>> CardsAsync(Unit unit, CardAction action)
    {
        if (action is >= CardAction.HelpTake and <= CardAction.HelpBack)
        {
            var help = new Dictionary<OfficerId, long>();
            await using var reader = await unit.Statement("SELECT counsellor, id FROM help_cards").ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                help.Add(new OfficerId(Guid.Parse(reader.GetString(0))), reader.GetInt64(1));
            }

            return help;
        }

        var first = await unit.Db.Reports.AsNoTracking().OrderBy(report => report.ReceivedAt).Select(report => report.Id).FirstAsync();
        return await unit.Db.Cards.AsNoTracking().Where(card => card.Report == first).ToDictionaryAsync(card => card.Officer, card => card.Id);
    }

    private static async Task<int> ArgumentAsync(Office office, Unit unit, OfficerId officer, long card, CardAction action)
    {
        var today = DateOnly.FromDateTime(office.Clock.Now.AddHours(7).DateTime).DayNumber;
        return action switch
        {
            CardAction.PassTo or CardAction.CasualtiesSave => 1,
            CardAction.PostponeFor => 6,
            CardAction.ReferWithin => 7,
            CardAction.LeaveTo => (today << 8) | 15, // a day from today, nobody stands in
            CardAction.OperationStart or CardAction.OperationStop =>
                BinaryPrimitives.ReadInt32BigEndian(SHA256.HashData(Encoding.ASCII.GetBytes(office.Get<OperationsInForce>().All[0].Code))),
            CardAction.DigestOpen => today * DigestDrawing.MostDecisions,
            CardAction.Merge or CardAction.Unmerge => await OfficerCase.FindAsync(unit, card, officer) is { } it && await MergeReports.CandidatesAsync(unit.Db, it) is [var like, ..] ? like.Mark : 0,
            _ => 0,
        };
    }
}
