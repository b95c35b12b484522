namespace Kentongan.EndToEnd.Tests.Product;

/// <summary>Where one installation keeps everything: data, keys, and whatever it would leave in the system's temporary directory.</summary>
internal sealed class ProductHome : IDisposable
{
    public ProductHome()
    {
        Root = Directory.CreateTempSubdirectory("kentongan-e2e-").FullName;
        Directory.CreateDirectory(Temp);
    }

    public string Root { get; }

    public string Data => Path.Combine(Root, "data");

    public string Keys => Path.Combine(Root, "keys");

    public string Temp => Path.Combine(Root, "tmp");

    public string Database => Path.Combine(Data, "kentongan.db");

    public IReadOnlyList<string> Files() => [.. Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories)];

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
