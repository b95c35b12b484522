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

    // Duties: 60 to 79.
    Note = 60,
    StillWorking = 61,
    Refer = 62,
    ReferTo = 63,
    ReferWithin = 64,
    Receipt = 65,
    CallLogged = 66,
    Proof = 67,
    LeaveFrom = 68,
    LeaveDays = 69,
    LeaveTo = 70,
    BackOnDuty = 71,
    OperationStart = 72,
    OperationStop = 73,

    // Company and victims: 100 to 119.
    ShowAlike = 100,
    Merge = 101,
    Unmerge = 102,
    Casualties = 103,
    CasualtiesEdit = 104,
    CasualtiesSave = 105,
    CasualtiesType = 106,
    CheckWatch = 107,
    WarnPublic = 108,
    Review = 109,
    DigestOpen = 110,
}

/// <summary>A button as it was pressed.</summary>
/// <param name="Argument">An index whose meaning the action knows: a neighbour, an outcome, hours, a day.</param>
public sealed record CardTap(long Card, CardAction Action, int Argument);
