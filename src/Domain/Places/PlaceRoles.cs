namespace Kentongan.Domain.Places;

/// <summary>What part a place plays in the story, weakest first (gazetteer-notes 4.5).</summary>
internal enum PlaceRole
{
    Negated,
    Treatment,
    Destination,
    Supply,
    Direction,
    Origin,
    Residence,
    Here,
}

/// <summary>Reads the role of a place from the words before it.</summary>
internal static class PlaceRoles
{
    private const int LookBack = 5;
    private const int GoodsBack = 7;

    public static PlaceRole Of(IReadOnlyList<Token> tokens, int start)
    {
        var role = PlaceRole.Here;
        for (var i = start - 1; i >= 0 && i >= start - LookBack; i--)
        {
            if (tokens[i + 1].Before is Gap.Stop or Gap.Comma)
            {
                break;
            }

            var word = tokens[i].Text;
            if (PlaceWords.Negations.Contains(word))
            {
                return PlaceRole.Negated;
            }

            if (role == PlaceRole.Here && Decisive(tokens, i) is { } found)
            {
                role = found;
            }
            else if (role == PlaceRole.Here
                && !PlaceWords.Between.Contains(word) && !PlaceWords.Here.Contains(word) && !PlaceWords.Links.Contains(word))
            {
                break;
            }
            else if (role != PlaceRole.Here && !PlaceWords.Residents.Contains(word) && !PlaceWords.Here.Contains(word))
            {
                break;
            }
        }

        return role;
    }

    /// <summary>"Perbatasan A dan B": neither of the two alone is the place.</summary>
    public static bool IsOnBorder(IReadOnlyList<Token> tokens, int start)
    {
        for (var i = start - 1; i >= 0 && i >= start - LookBack && tokens[i + 1].Before is not Gap.Stop; i--)
        {
            if (PlaceWords.Borders.Contains(tokens[i].Text))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether two places stand in one list, so that what holds for the first holds for the second.</summary>
    public static bool IsListed(IReadOnlyList<Token> tokens, int end, int start)
    {
        for (var i = end; i < start; i++)
        {
            var word = tokens[i].Text;
            if (tokens[i].Before == Gap.Stop
                || !(PlaceWords.Links.Contains(word) || PlaceWords.Between.Contains(word) || PlaceWords.Residents.Contains(word)))
            {
                return false;
            }
        }

        return start - end <= 4 && tokens[start].Before is not Gap.Stop
            && (start > end || tokens[start].Before is Gap.Dash);
    }

    private static PlaceRole? Decisive(IReadOnlyList<Token> tokens, int i)
    {
        var word = tokens[i].Text;
        if (PlaceWords.Treatment.Contains(word))
        {
            return PlaceRole.Treatment;
        }

        if (PlaceWords.Origins.Contains(word))
        {
            return IsAboutVictims(tokens, i) || (i > 0 && PlaceWords.Residents.Contains(tokens[i - 1].Text)) ? PlaceRole.Residence
                : IsAboutGoods(tokens, i) ? PlaceRole.Supply
                : PlaceRole.Origin;
        }

        if (PlaceWords.Directions.Contains(word))
        {
            return i > 0 && PlaceWords.Sending.Contains(tokens[i - 1].Text) ? PlaceRole.Destination : PlaceRole.Direction;
        }

        return PlaceWords.Residents.Contains(word) ? PlaceRole.Residence
            : PlaceWords.Here.Contains(word) && i > 0 && PlaceWords.Buying.Contains(tokens[i - 1].Text) ? PlaceRole.Supply
            : null;
    }

    /// <summary>"Korban miras asal X" tells of people, though it names goods too.</summary>
    private static bool IsAboutVictims(IReadOnlyList<Token> tokens, int i)
    {
        for (var back = i - 1; back >= 0 && back >= i - 3 && tokens[back + 1].Before is not Gap.Stop; back--)
        {
            if (PlaceWords.Victims.Contains(tokens[back].Text))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAboutGoods(IReadOnlyList<Token> tokens, int i)
    {
        for (var back = i; back >= 0 && back >= i - GoodsBack && (back == i || tokens[back + 1].Before is not Gap.Stop); back--)
        {
            if (PlaceWords.Goods.Contains(tokens[back].Text))
            {
                return true;
            }

            if (back < i && PlaceWords.Residents.Contains(tokens[back].Text))
            {
                return false;
            }
        }

        return false;
    }
}
