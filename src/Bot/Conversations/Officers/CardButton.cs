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
    LeaveOpen = 28,

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

    // Of counsellors, on cards of help (policy 5.7).
    HelpTake = 101,
    HelpRead = 102,
    HelpFold = 103,
    HelpAnswer = 104,
    HelpRefer = 105,
    HelpReferTo = 106,
    HelpClose = 107,
    HelpRelease = 108,
    HelpShow = 109,
    HelpBack = 110,

    // Company and victims: 120 to 139.
    ShowAlike = 120,
    Merge = 121,
    Unmerge = 122,
    Casualties = 123,
    CasualtiesEdit = 124,
    CasualtiesSave = 125,
    CasualtiesType = 126,
    CheckWatch = 127,
    WarnPublic = 128,
    Review = 129,
    DigestOpen = 130,
}

/// <summary>A button as it was pressed.</summary>
/// <param name="Argument">An index whose meaning the action knows: a neighbour, an outcome, hours, a day.</param>
public sealed record CardTap(long Card, CardAction Action, int Argument);
