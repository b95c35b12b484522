namespace Kentongan.Bot;

/// <summary>Stands in until the product itself is part of this branch; to be deleted with its first merge.</summary>
public static class KentonganHost
{
    public static async Task<int> RunAsync(
        string[] args, TextWriter output, TextWriter error, TimeProvider? time = null, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(error);
        await error.WriteLineAsync("This build does not contain the product.");
        return 1;
    }
}
