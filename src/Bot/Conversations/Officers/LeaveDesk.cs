using System.Globalization;
using Kentongan.Bot.Conversations.Phrases;
using Kentongan.Domain;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Officers;
using Kentongan.Triage.Store;

namespace Kentongan.Bot.Conversations.Officers;

/// <summary>An officer's own leave, in four taps: from when, how long, who stands in; and back on duty (policy 4.2, 4.3).</summary>
internal sealed class LeaveDesk(Absences absences, CardTokens tokens, EffectRunner effects, Jurisdiction jurisdiction)
{
    private const int MostSubstitutes = 8;

    private static readonly int[] Lengths = [1, 2, 3, 5, 7, 14, 30];

    public static bool Is(CardAction action) =>
        action is CardAction.LeaveOpen or CardAction.LeaveFrom or CardAction.LeaveDays or CardAction.LeaveTo or CardAction.BackOnDuty;

    public async Task OpenAsync(Unit unit, OfficerId officer, long chat)
    {
        if (await Absences.RunningAsync(unit, officer) is { } running)
        {
            await SayAsync(
                unit,
                chat,
                null,
                $"🏖 Anda cuti {Day(running.From)} sampai {Day(running.To.AddSeconds(-1))}.",
                [[Button(officer, OfficerWords.Label(CardAction.BackOnDuty), CardAction.BackOnDuty, 0)]]);
            return;
        }

        var today = jurisdiction.Local.DateOf(unit.Now);
        await SayAsync(
            unit,
            chat,
            null,
            "🏖 <b>Cuti mulai kapan?</b>",
            [.. Enumerable.Range(0, 4).Select(ahead => Button(officer, From(today, ahead), CardAction.LeaveFrom, today.AddDays(ahead).DayNumber)).Chunk(2)]);
    }

    /// <returns>Null where the tap is about something else.</returns>
    public async Task<CardTaps.Result?> TryTapAsync(Unit unit, OfficerId officer, Incoming incoming, CardTap tap)
    {
        switch (tap.Action)
        {
            case CardAction.LeaveOpen:
                await OpenAsync(unit, officer, incoming.Chat);
                return new CardTaps.Result(new TurnAnswer(null));
            case CardAction.LeaveFrom when DayOf(tap.Argument) is not null:
                await SayAsync(
                    unit,
                    incoming.Chat,
                    incoming.Message,
                    "🏖 <b>Berapa hari?</b>",
                    [.. Lengths.Select((days, index) => Button(officer, $"{days} hari", CardAction.LeaveDays, (tap.Argument << 4) | index)).Chunk(3)]);
                return new CardTaps.Result(new TurnAnswer(null));
            case CardAction.LeaveDays when (tap.Argument & 15) < Lengths.Length && DayOf(tap.Argument >> 4) is not null:
                await AskSubstituteAsync(unit, officer, incoming, tap.Argument);
                return new CardTaps.Result(new TurnAnswer(null));
            case CardAction.LeaveTo when ((tap.Argument >> 4) & 15) < Lengths.Length && DayOf(tap.Argument >> 8) is { } from:
                return await BeginAsync(unit, officer, incoming, from, Lengths[(tap.Argument >> 4) & 15], tap.Argument & 15);
            case CardAction.BackOnDuty:
                await Absences.EndAsync(unit, officer);
                await SayAsync(unit, incoming.Chat, incoming.Message, "✅ Anda kembali bertugas. Kasus yang sudah berpindah tetap pada penggantinya.", []);
                return new CardTaps.Result(new TurnAnswer(OfficerWords.Done(CardAction.BackOnDuty)));
            case CardAction.LeaveFrom or CardAction.LeaveDays or CardAction.LeaveTo:
                return new CardTaps.Result(new TurnAnswer(OfficerWords.Refused(new Refusal.Stale()), Alert: true));
            default:
                return null;
        }
    }

    /// <summary>By place in the list, which keeps its order; 15 is nobody.</summary>
    private async Task AskSubstituteAsync(Unit unit, OfficerId officer, Incoming incoming, int packed)
    {
        var others = await absences.StandInsAsync(unit, officer);
        List<IReadOnlyList<ReplyButton>> rows =
        [
            .. others.Take(MostSubstitutes).Select((other, index) => new[] { Button(officer, other.Name, CardAction.LeaveTo, (packed << 4) | index) }),
            [Button(officer, "Tanpa pengganti", CardAction.LeaveTo, (packed << 4) | 15)],
        ];
        await SayAsync(unit, incoming.Chat, incoming.Message, "🏖 <b>Siapa yang menggantikan?</b> Kasus Anda ditawarkan kepadanya; sampai ia menerima atau cuti dimulai, Anda tetap penanggung jawab.", rows);
    }

    private async Task<CardTaps.Result> BeginAsync(Unit unit, OfficerId officer, Incoming incoming, DateOnly from, int days, int index)
    {
        if (from < jurisdiction.Local.DateOf(unit.Now))
        {
            return new CardTaps.Result(new TurnAnswer(OfficerWords.Refused(new Refusal.Stale()), Alert: true));
        }

        var others = await absences.StandInsAsync(unit, officer);
        var substitute = index < Math.Min(others.Count, MostSubstitutes) ? others[index] : ((OfficerId Officer, string Name)?)null;
        var absence = await absences.BeginAsync(unit, officer, from, days, substitute?.Officer);
        await SayAsync(
            unit,
            incoming.Chat,
            incoming.Message,
            $"🏖 Cuti dicatat: {Day(absence.From)} sampai {Day(absence.To.AddSeconds(-1))}. Pengganti: {(substitute is { } other ? Html.Escape(other.Name) : "tidak ada; laporan naik ke tingkat berikutnya")}. Koordinator dikabari saat cuti dimulai.",
            [[Button(officer, OfficerWords.Label(CardAction.BackOnDuty), CardAction.BackOnDuty, 0)]]);
        return new CardTaps.Result(new TurnAnswer(null));
    }

    private static DateOnly? DayOf(int number) => number >= DateOnly.MinValue.DayNumber && number <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber(number) : null;

    private static string From(DateOnly today, int ahead) => ahead switch
    {
        0 => "Hari ini",
        1 => "Besok",
        _ => today.AddDays(ahead).ToString("dd-MM", CultureInfo.InvariantCulture),
    };

    private string Day(DateTimeOffset at) => jurisdiction.Local.At(at).ToString("dd-MM-yyyy", CultureInfo.InvariantCulture);

    private ReplyButton Button(OfficerId officer, string label, CardAction action, int argument) => new(label, tokens.Seal(officer, new CardTap(0, action, argument)));

    private Task SayAsync(Unit unit, long chat, int? edit, string html, IReadOnlyList<IReadOnlyList<ReplyButton>> rows) =>
        effects.QueueAsync(unit, new Reply(chat, edit, html, rows));
}
