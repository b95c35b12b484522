using Kentongan.Triage.Evidence;

namespace Kentongan.Triage.Web.Phrases;

internal sealed partial class EnglishOffice
{
    public override string Note => "Internal note";

    public override string NoteHint => "Only officers read this. The reporter never sees it.";

    public override string AndNext => "… then the next case";

    public override string Writing(string who) => $"{who} is writing on this case.";

    public override string ShowPiece(int number) => $"Show evidence {number}";

    public override string PieceHidden => "Covered. Opens when you ask for it, and that is recorded.";

    public override string PieceOf(int number) => $"Evidence {number}";

    public override string HidePiece => "Cover it again";

    public override string Download => "Download";

    public override string ViewAsHead => "See it as somebody else";

    public override string SeatSeesNothing(string seat) => $"{seat} has no card of this case.";

    public override string ReporterReads => "What the reporter reads";

    public override string ReporterWord(string word) => $"State: {word}";

    public override string TierHidden => "This seat sees the summary only.";

    public override string Withdrawn => "Passed on: this seat has nothing left to do.";

    public override string Officer => "Officer";

    public override string KeysIntro => "Everything works without keys too. Keys rest while you write.";

    public override string KeyMove => "next case, previous case; Enter opens it";

    public override string KeyAccept => "accept or take over";

    public override string KeyStart => "start or resume";

    public override string KeyResolve => "propose or approve the resolution";

    public override string KeyResolveNext => "the same, then on to the next case";

    public override string KeyHandOver => "hand over";

    public override string KeyNote => "internal note";

    public override string KeyAsk => "ask the reporter";

    public override string KeyGo => "to board, list, map, figures";

    public override string KeySearch => "search";

    public override string KeyRefer => "refer to another body";

    public override string KeysAreOn => "Keys are on.";

    public override string KeysAreOff => "Keys are off.";

    public override string KeysTurnOn => "Turn on";

    public override string KeysTurnOff => "Turn off";

    public override string KeySheet => "this sheet";

    public override string ProofNeeded => "Proof (needed for this kind of case)";

    public override string ProofMaybe => "Proof, if there is any";

    public override string ProofNote(int files, long megabytes) =>
        $"Photos, video, recordings, PDF or documents. At most {files} files, {megabytes} MB together. Hidden data are removed before they are kept.";

    public override string FileRefused(CleaningRefusal why) => why switch
    {
        CleaningRefusal.UnknownType => "We cannot take that kind of file. Try a photo (JPG/PNG), a video (MP4) or a PDF. Nothing was recorded yet.",
        CleaningRefusal.TooLarge => "The files are too large or too many. Try to cut them, or send just the photo. Nothing was recorded yet.",
        CleaningRefusal.CannotBeCleaned => "That file cannot be cleaned here, so we did not keep it. Try a JPG or PNG photo. Nothing was recorded yet.",
        CleaningRefusal.TookTooLong => "That file took too long to process, so we did not keep it. Try a smaller one. Nothing was recorded yet.",
        _ => "That file is broken or cannot be cleaned safely, so we did not keep it. Try another one. Nothing was recorded yet.",
    };
}
