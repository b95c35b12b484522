namespace Kentongan.Domain.Places;

/// <summary>What reading a data file gave: a value, or every error found, each a sentence with file, JSON path and remedy.</summary>
public sealed record Read<T>
    where T : class
{
    private readonly T? _value;

    public Read(T value) => (_value, Errors) = (value, []);

    public Read(IReadOnlyList<string> errors) => Errors = errors;

    public IReadOnlyList<string> Errors { get; }

    public bool Succeeded => _value is not null;

    public T Value => _value ?? throw new InvalidOperationException("The file has errors and gave no value.");
}
