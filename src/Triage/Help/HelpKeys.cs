using Kentongan.Domain.Help;
using Kentongan.Triage.Keys;

namespace Kentongan.Triage.Help;

/// <summary>
/// The keys of help conversations, each wrapped by <c>help-1</c>, <c>help-2</c> …, in a file of their own (policy 5.7): no key of
/// reports opens anything of them. Destroying one shreds its conversation in every copy and backup.
/// </summary>
public sealed class HelpKeys : IDisposable
{
    internal static readonly KeyPurpose Purpose = new(
        Wrapping: "help-",
        File: "help-keys.db",
        Table: "help_keys",
        Column: "request",
        Proof: "help-proof-",
        FileProof: "keys",
        Word: "kentongan help",
        Derived: "help-proof",
        new("help keys", "help key", "help conversation", "help requests", "help conversations are", "every help conversation"));

    public HelpKeys(KeyFiles files)
    {
        Wrapping = new WrappingKeys(files, Purpose);
        Wrapped = new WrappedKeys(files, Wrapping, Purpose);
    }

    internal WrappingKeys Wrapping { get; }

    internal WrappedKeys Wrapped { get; }

    /// <summary>A key for a new request, durable before anything is sealed with it.</summary>
    public byte[] Make(HelpId request) => Wrapped.Make([request.Value])[0].Key;

    /// <returns>Null once the request is erased.</returns>
    public byte[]? Find(HelpId request) => Wrapped.Find(request.Value);

    /// <summary>Cannot be undone. Nothing stays, not even that there was such a request.</summary>
    public void Destroy(HelpId request) => Wrapped.Destroy(request.Value, traced: false);

    public void Dispose() => Wrapped.Dispose();
}
