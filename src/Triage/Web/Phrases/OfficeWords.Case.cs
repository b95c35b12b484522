using Kentongan.Triage.Evidence;

namespace Kentongan.Triage.Web.Phrases;

/// <content>One case, seen by others and written on by several.</content>
public abstract partial class OfficeWords
{
    public abstract string Note { get; }

    public abstract string NoteHint { get; }

    public abstract string AndNext { get; }

    public abstract string Writing(string who);

    public abstract string ShowPiece(int number);

    public abstract string PieceHidden { get; }

    public abstract string PieceOf(int number);

    public abstract string HidePiece { get; }

    public abstract string Download { get; }

    public abstract string ViewAsHead { get; }

    public abstract string SeatSeesNothing(string seat);

    public abstract string ReporterReads { get; }

    public abstract string ReporterWord(string word);

    public abstract string TierHidden { get; }

    public abstract string Withdrawn { get; }

    public abstract string Officer { get; }

    public abstract string KeysIntro { get; }

    public abstract string KeyMove { get; }

    public abstract string KeyAccept { get; }

    public abstract string KeyStart { get; }

    public abstract string KeyResolve { get; }

    public abstract string KeyResolveNext { get; }

    public abstract string KeyHandOver { get; }

    public abstract string KeyNote { get; }

    public abstract string KeyAsk { get; }

    public abstract string KeyGo { get; }

    public abstract string KeySearch { get; }

    public abstract string KeyRefer { get; }

    public abstract string KeysAreOn { get; }

    public abstract string KeysAreOff { get; }

    public abstract string KeysTurnOn { get; }

    public abstract string KeysTurnOff { get; }

    public abstract string KeySheet { get; }

    public abstract string ProofNeeded { get; }

    public abstract string ProofMaybe { get; }

    public abstract string ProofNote(int files, long megabytes);

    /// <summary>Why a file was not taken; nothing of it is kept.</summary>
    public abstract string FileRefused(CleaningRefusal why);
}
