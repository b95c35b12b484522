using Kentongan.Bot.Conversations.FollowUps;
using Kentongan.Bot.Conversations.Help;
using Kentongan.Bot.Conversations.Intake;
using Kentongan.Bot.Conversations.Phrases;
using Kentongan.Domain;
using Kentongan.Domain.Reports;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Contacts;
using Kentongan.Triage.Evidence;
using Kentongan.Triage.Keys;
using Kentongan.Triage.Outbox;
using Kentongan.Triage.Reports;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;
using Language = Kentongan.Domain.Programmes.Language;

namespace Kentongan.Bot.Conversations;

/// <summary>Does what a conversation wants done, inside the unit: the only interpreter of effects.</summary>
internal sealed class EffectRunner(
    FileReport file, FollowUp followUp, ContactBook contacts, HelpEffects help, EvidenceStore files, OutboxWriter outbox, DayKeys keys, Jurisdiction jurisdiction)
{
    /// <summary>What a sealed answer is bound to.</summary>
    public const string SealContext = "outbox.reply";

    private const int Block = 512, MostCodes = 20;

    private readonly IntakeContext _intake = new(jurisdiction.Programmes, jurisdiction.Regions, jurisdiction.Kabupaten);

    public async Task RunAsync(Unit unit, Incoming incoming, Turn turn)
    {
        var edit = incoming.Message; // the first answer takes the place of the tapped message, the others follow it
        foreach (var effect in turn.Effects)
        {
            foreach (var say in await SayingsAsync(unit, incoming, effect, turn.Next.Language))
            {
                var place = say.InPlace ? edit : null;
                await QueueAsync(unit, incoming.Chat, place, say, turn.Next.Language);
                edit = null;
            }
        }
    }

    /// <summary>Any sign of danger asks whether there are victims, whatever kind of report was chosen (policy 1.7).</summary>
    private bool SoundsDangerous(Filing filing) => Danger.Sounds(string.Join('\n', filing.Story), _intake);

    /// <summary>Queues one message to a chat, sealed.</summary>
    public Task QueueAsync(Unit unit, Reply reply, int priority = OutboxPriority.Reply) => outbox.QueueAsync(unit, new OutboxRow
    {
        Priority = priority,
        Kind = OutboxKind.Reply,
        Sealed = keys.Today.Seal(Envelope.Padded(reply.ToJson(), Block), SealContext),
    });

    private Task QueueAsync(Unit unit, long chat, int? edit, Effect.Say say, Language language)
    {
        var book = Phrasebook.For(language);
        return QueueAsync(unit, new Reply(
            chat,
            edit,
            book.Say(say.Text),
            [.. say.Choices.Select(row => (IReadOnlyList<ReplyButton>)[.. row.Select(choice => new ReplyButton(book.Plain(choice.Label), choice.Data))])]));
    }

    /// <returns>What there is to say after the effect was done.</returns>
    private async Task<IReadOnlyList<Effect.Say>> SayingsAsync(Unit unit, Incoming incoming, Effect effect, Language language)
    {
        switch (effect)
        {
            case Effect.Say say:
                return [say];
            case HelpEffect asked:
                return await help.RunAsync(unit, incoming.Chat, asked, language);
            case Effect.File(var filing):
                if (await file.HandleAsync(unit, filing, incoming.Chat) is not Outcome<Filed>.Done({ Receipt: var receipt } filed))
                {
                    return [new(new BotText.OneReportADay(), [])];
                }

                var subcategory = jurisdiction.Programmes.Find(filing.Category)!;
                return [new(
                    new BotText.ReceiptGiven(receipt.Words, subcategory.Advice, subcategory.LegalDeadlineDays, filing.Regime),
                    [
                        [new Choice(new BotText.Label(Button.CheckReport), FollowUpConversation.Data(FollowUpConversation.Below, receipt))],
                        [new Choice(new BotText.Label(Button.TellMe), FollowUpConversation.Data("p", receipt))],
                        .. jurisdiction.Programmes.FindCategory(subcategory.CategoryCode)!.Subcategories.Any(kind => kind.IsHelp) // policy 5.7
                            ? [[new Choice(new BotText.Label(Button.NeedHelp), "m:help")]]
                            : Array.Empty<IReadOnlyList<Choice>>(),
                    ]),
                    .. filed.Priority == Priority.P0 || SoundsDangerous(filing) ? [VictimQuestions.First(receipt, justFiled: true)] : Array.Empty<Effect.Say>()];
            case Effect.AddToReport(var to, var text, var evidence):
                await WithReportAsync(unit, to, view => followUp.AddAsync(unit, view.Report, text, evidence is null ? [] : [evidence]));
                return [];
            case Effect.TellOfVictims(var to, var told, var at):
                await WithReportAsync(unit, to, view => followUp.TellOfVictimsAsync(unit, view.Report, told, at));
                return [];
            case Effect.Follow(var which, var on):
                await WithReportAsync(unit, which, view => on
                    ? contacts.KeepAsync(unit, view.Report, new Contact(incoming.Chat, which.Token, language))
                    : ContactBook.EraseAsync(unit, view.Report));
                return [new(on ? new BotText.NewsOn() : new BotText.NewsOff(), [[new Choice(new BotText.Label(Button.CheckReport), FollowUpConversation.Data("", which))]], InPlace: false)]; // the code above stays where it is
            case Effect.AskErasure(var inHand):
                return [await AskErasureAsync(unit, incoming.Chat, inHand)];
            case Effect.EraseTraces(var evidence):
                await EraseAsync(unit, incoming, evidence, language);
                return [];
            case Effect.Withdraw(var which):
                return await ChangedAsync(unit, which, view => followUp.WithdrawAsync(unit, view.Report), new BotText.Withdrawn(), new BotText.WithdrawalRefused());
            case Effect.Confirm(var which):
                return await ChangedAsync(unit, which, view => followUp.ConfirmAsync(unit, view.Report), new BotText.ThanksForConfirming(), new BotText.ThanksForConfirming());
            case Effect.Object(var which, var reason):
                return await ChangedAsync(unit, which, view => followUp.ObjectAsync(unit, view.Report, reason), new BotText.ObjectionTaken(), new BotText.ObjectionRefused());
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>We know the codes of those reports alone of which this chat gets news, or that it is using just now.</summary>
    private async Task<Effect.Say> AskErasureAsync(Unit unit, long chat, Receipt? inHand)
    {
        var known = await contacts.ReceiptsOfAsync(unit, chat);
        return new(
            new BotText.AskErasure([.. known.Append(inHand).OfType<Receipt>().Select(receipt => receipt.Words).Distinct().Order(StringComparer.Ordinal).Take(MostCodes)]),
            [
                [new Choice(new BotText.Label(Button.EraseTraces), ResidentConversation.EraseTraces)],
                [new Choice(new BotText.Label(Button.KeepTraces), ResidentConversation.KeepTraces)],
            ],
            InPlace: false);
    }

    private async Task EraseAsync(Unit unit, Incoming incoming, IReadOnlyList<EvidenceRef> evidence, Language language)
    {
        await contacts.EraseChatAsync(unit, incoming.Chat);
        await help.EraseChatAsync(unit, incoming.Chat);
        foreach (var piece in evidence)
        {
            await unit.Db.Evidence.Where(row => row.Id == piece.Id && row.Report == null).ExecuteDeleteAsync();
            unit.AfterCommit(() => files.Delete(piece.Id));
        }

        // Cards stand in an officer's chat, to be changed as cases go on: only what the bot remembers goes there.
        var book = Phrasebook.For(language);
        var isOfficer = await unit.Db.Officers.AnyAsync(row => row.Chat == incoming.Chat);
        await QueueAsync(unit, new Reply(incoming.Chat, incoming.Message, Say(Erasure.All), [], Erase: true)
        {
            Forgotten = Say(isOfficer ? Erasure.Known : Erasure.Going),
            Swept = isOfficer ? null : Say(Erasure.Swept),
        });

        string Say(Erasure far) => book.Say(new BotText.TracesErased(far));
    }

    private async Task<IReadOnlyList<Effect.Say>> ChangedAsync(
        Unit unit, Receipt receipt, Func<ReporterView, Task<Outcome<ReporterDeed>>> change, BotText done, BotText refused)
    {
        if (await followUp.ReadAsync(unit, receipt) is not { } view)
        {
            return [new(new BotText.ReceiptUnknown(), [])];
        }

        var outcome = await change(view);
        var button = new Choice(new BotText.Label(Button.CheckReport), FollowUpConversation.Data("", receipt));
        return [new(outcome is Outcome<ReporterDeed>.Done ? done : refused, [[button]])];
    }

    private async Task WithReportAsync(Unit unit, Receipt receipt, Func<ReporterView, Task> act)
    {
        if (await followUp.ReadAsync(unit, receipt) is { } view)
        {
            await act(view);
        }
    }
}
