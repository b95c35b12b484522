using Kentongan.Bot.Conversations.Phrases;
using Kentongan.Domain;
using Kentongan.Domain.Rosters;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Routing;
using Kentongan.Triage.Store;

namespace Kentongan.Bot.Conversations.Officers;

/// <summary>The coordinator sees which operations are in force, and starts or stops one (policy 3.1).</summary>
internal sealed class OperationsDesk(OperationsInForce operations, CardTokens tokens, EffectRunner effects)
{
    public async Task OpenAsync(Unit unit, OfficerId officer, long chat) => await ShowAsync(unit, officer, chat, null);

    /// <returns>Null where the tap is about something else.</returns>
    public async Task<CardTaps.Result?> TryTapAsync(Unit unit, OfficerId officer, Incoming incoming, CardTap tap)
    {
        if (tap.Action is not (CardAction.OperationStart or CardAction.OperationStop))
        {
            return null;
        }

        // By a number made of the code: a place in a list would mean another programme once the files have changed.
        var programme = operations.All.FirstOrDefault(one => NumberOf(one.Code) == tap.Argument);
        if (programme is null || !await IsCoordinatorAsync(unit, officer))
        {
            return new CardTaps.Result(new TurnAnswer(OfficerWords.Refused(new Refusal.Stale()), Alert: true));
        }

        await operations.SwitchAsync(unit, programme.Code, tap.Action == CardAction.OperationStart, officer);
        await unit.Db.SaveChangesAsync();
        await ShowAsync(unit, officer, incoming.Chat, incoming.Message);
        return new CardTaps.Result(new TurnAnswer(OfficerWords.Done(tap.Action)));
    }

    private async Task ShowAsync(Unit unit, OfficerId officer, long chat, int? edit)
    {
        if (!await IsCoordinatorAsync(unit, officer))
        {
            await effects.QueueAsync(unit, new Reply(chat, edit, DutyWords.OnlyForCoordinators, []));
            return;
        }

        var all = await operations.ReadAsync(unit.Db, unit.Now);
        var lines = all.Select(one => $"{(one.InForce ? "🎯 berlaku" : "▫️ tidak berlaku")} · {Html.Escape(one.Programme.Name.Id)}");
        await effects.QueueAsync(unit, new Reply(
            chat,
            edit,
            all.Count == 0
                ? DutyWords.NoOperations
                : $"<b>Operasi</b>\n{string.Join('\n', lines)}\n\nSelama berlaku, laporan jenisnya naik satu prioritas dan tingkat 1 dan 2 datang dua kali lebih cepat. Hanya untuk laporan baru.",
            [
                .. all.Select(one => new[]
                {
                    new ReplyButton(
                        $"{(one.InForce ? "Hentikan" : "Mulai")}: {one.Programme.Name.Id}",
                        tokens.Seal(officer, new CardTap(0, one.InForce ? CardAction.OperationStop : CardAction.OperationStart, NumberOf(one.Programme.Code)))),
                }),
            ]));
    }

    private static async Task<bool> IsCoordinatorAsync(Unit unit, OfficerId officer) =>
        (await unit.Db.RosterAsync(unit.Now)).Holding(Seat.Koordinator, null).Any(held => held.Officer == officer);

    private static int NumberOf(string code) =>
        System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(code)));
}
