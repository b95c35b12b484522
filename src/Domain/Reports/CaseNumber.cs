namespace Kentongan.Domain.Reports;

/// <summary>What officers call a report: six random letters and digits such as <c>K7Q-4ZM</c>, in no sequence (policy 5.4).</summary>
public static class CaseNumber
{
    /// <summary>No I, L, O, U, 0 or 1: nothing that is misread aloud or on paper.</summary>
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string New(Randomness random)
    {
        Span<char> letters = stackalloc char[7];
        for (var i = 0; i < letters.Length; i++)
        {
            letters[i] = i == 3 ? '-' : Alphabet[random.Below(Alphabet.Length)];
        }

        return new string(letters);
    }
}
