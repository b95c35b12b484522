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

    public override string KeyMove => "next case, previous case";

    public override string KeyAccept => "accept or take over";

    public override string KeyStart => "start or resume";

    public override string KeyResolve => "propose or approve the resolution";

    public override string KeyResolveNext => "the same, then on to the next case";

    public override string KeyHandOver => "hand over";

    public override string KeyNote => "internal note";

    public override string KeyAsk => "ask the reporter";

    public override string KeyGo => "to board, list, map, figures";

    public override string KeySearch => "search";

    public override string KeySheet => "this sheet";
}
