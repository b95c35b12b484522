namespace Kentongan.Domain;

/// <summary>What a rule answers: a value, or a refusal that says why not. A refusal is never thrown and never silent.</summary>
public abstract record Outcome<T>
{
    /// <summary>Why not; null where it was done.</summary>
    public Refusal? Refusal => this is Refused(var why) ? why : null;

    public sealed record Done(T Value) : Outcome<T>;

    public sealed record Refused(Refusal Why) : Outcome<T>;

    public static implicit operator Outcome<T>(T value) => new Done(value);

    public static implicit operator Outcome<T>(Refusal why) => new Refused(why);
}
