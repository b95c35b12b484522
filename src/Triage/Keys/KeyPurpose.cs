namespace Kentongan.Triage.Keys;

/// <summary>
/// What parts one kind of keys from another: files, wrapping keys and proofs of their own (policy 5.7). Every name is a file format: never change one.
/// </summary>
/// <param name="Wrapping">Beginning of the names of the keys that wrap, such as <c>master-</c>.</param>
/// <param name="File">The file of wrapped keys, in the key directory.</param>
/// <param name="Table">Its table, which the seal of each key is bound to.</param>
/// <param name="Column">The id that a key is for.</param>
/// <param name="Proof">Beginning of the names of the settings that prove these keys.</param>
/// <param name="FileProof">What the file itself is called among them.</param>
/// <param name="Word">What is sealed for a proof.</param>
/// <param name="Derived">What is derived from a key for its proof.</param>
/// <param name="Words">How refusals speak of it.</param>
internal sealed record KeyPurpose(
    string Wrapping, string File, string Table, string Column, string Proof, string FileProof, string Word, string Derived, KeyPurpose.Wording Words)
{
    /// <param name="Keys">Such as <c>help keys</c>.</param>
    /// <param name="WrappingKey">Such as <c>help key</c>.</param>
    /// <param name="One">What a key is for, in the singular.</param>
    /// <param name="Many">The same in the plural.</param>
    /// <param name="Data">What is sealed, with its verb.</param>
    /// <param name="Loss">What starting without would lose.</param>
    internal sealed record Wording(string Keys, string WrappingKey, string One, string Many, string Data, string Loss);
}
