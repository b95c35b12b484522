namespace Kentongan.Bot.Conversations.Officers;

/// <summary>What a button on a card does. The number is sealed into the button: never change one.</summary>
public enum CardAction : byte
{
    Accept = 1,
    TakeOver = 2,
    WrongArea = 3,
    PassTo = 4,
    Decline = 5,
    Evidence = 6,
    OnSite = 7,
    Ask = 8,
    Postpone = 9,
    PostponeFor = 10,
    HandOver = 11,
    HandOverTo = 12,
    AcceptHandOver = 13,
    Release = 14,
    Resolve = 15,
    ResolveAs = 16,
    Verify = 17,
    SendBack = 18,
    Back = 19,
    ScreenOffer = 20,
    ScreenOfferTo = 21,
    ScreenDismiss = 22,
    ScreenDismissAs = 23,
    ScreenQuarantine = 24,
    Resume = 25,
    DigestRead = 26,
    Show = 27,
    ShowAlike = 60,
    Merge = 61,
    Unmerge = 62,
    Casualties = 63,
    CasualtiesEdit = 64,
    CasualtiesSave = 65,
    CasualtiesType = 66,
    CheckWatch = 67,
    WarnPublic = 68,
    Review = 69,
    DigestOpen = 70,
}

/// <summary>A button as it was pressed.</summary>
/// <param name="Argument">An index whose meaning the action knows: a neighbour, an outcome, hours, a day.</param>
public sealed record CardTap(long Card, CardAction Action, int Argument);
