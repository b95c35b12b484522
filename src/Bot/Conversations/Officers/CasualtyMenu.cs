using Kentongan.Bot.Conversations.Phrases;
using Kentongan.Domain.Casualties;

namespace Kentongan.Bot.Conversations.Officers;

/// <summary>Counting victims by plus and minus. The count in the making travels in the buttons, so nothing is kept before it is saved.</summary>
internal static class CasualtyMenu
{
    private const int Base = 1000;

    /// <param name="button">Makes a button of a label, what it does and its argument.</param>
    public static IEnumerable<IReadOnlyList<ReplyButton>> Rows(CasualtyCount count, Func<string, CardAction, int, ReplyButton> button)
    {
        int[] numbers = [count.Dead, count.InHospital, count.Injured];
        return
        [
            .. numbers.Select((number, index) => (IReadOnlyList<ReplyButton>)
            [
                button("−", CardAction.CasualtiesEdit, Packed(numbers, index, -1)),
                button(ClusterWords.Part(index, number), CardAction.CasualtiesEdit, Packed(numbers, index, 0)),
                button("+", CardAction.CasualtiesEdit, Packed(numbers, index, 1)),
            ]),
            [
                button(OfficerWords.Label(CardAction.CasualtiesType), CardAction.CasualtiesType, 0),
                button(OfficerWords.Label(CardAction.CasualtiesSave), CardAction.CasualtiesSave, Packed(numbers, 0, 0)),
            ],
        ];
    }

    public static CasualtyCount Unpacked(int packed) => new(packed / (Base * Base), packed / Base % Base, packed % Base);

    private static int Packed(int[] numbers, int changed, int by)
    {
        var packed = 0;
        for (var index = 0; index < numbers.Length; index++)
        {
            packed = (packed * Base) + Math.Clamp(numbers[index] + (index == changed ? by : 0), 0, Base - 1);
        }

        return packed;
    }
}
