using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Kentongan.Triage.Configuration;
using Microsoft.Extensions.Options;

namespace Kentongan.Triage.Keys;

/// <summary>The key directory: one file a key, readable by its owner alone (design 9).</summary>
public sealed class KeyFiles(IOptions<KeysOptions> options)
{
    private const int KeyBytes = 32;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public string Directory => options.Value.Directory;

    /// <summary>Reads a key, or makes it where there is none. Two processes that make it at once agree on one.</summary>
    /// <exception cref="StartRefusedException">The directory cannot be written, or the key can be read by others or is no key.</exception>
    public byte[] ReadOrCreate(string name) => TryRead(name) ?? Create(name);

    public byte[]? TryRead(string name)
    {
        var path = PathOf(name);
        if (!File.Exists(path))
        {
            return null;
        }

        if ((File.GetUnixFileMode(path) & ~OwnerOnly) != UnixFileMode.None)
        {
            throw new StartRefusedException($"The key file '{path}' can be read by others. Run: chmod 600 '{path}'.");
        }

        var key = Bytes(path);
        return key.Length == KeyBytes
            ? key
            : throw new StartRefusedException($"The key file '{path}' is not a key of {KeyBytes} bytes. Put back the right file; without it the data cannot be read.");
    }

    public IEnumerable<string> Names(string prefix) => System.IO.Directory.Exists(Directory)
        ? System.IO.Directory.EnumerateFiles(Directory, prefix + "*.key").Select(path => Path.GetFileNameWithoutExtension(path))
        : [];

    /// <summary>Overwrites a key in its place and removes it; what it sealed is lost for good.</summary>
    public void Destroy(string name)
    {
        var path = PathOf(name);
        if (File.Exists(path))
        {
            using (var file = new FileStream(path, FileMode.Open, FileAccess.Write))
            {
                file.Write(new byte[KeyBytes]);
                file.Flush(flushToDisk: true);
            }

            File.Delete(path);
        }
    }

    /// <summary>An empty file that says something about a key without being one.</summary>
    internal void Mark(string name)
    {
        using var file = new FileStream(Path.Combine(Directory, name), new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.Write,
            UnixCreateMode = OwnerOnly,
        });
        file.Flush(flushToDisk: true);
    }

    internal bool HasMark(string name) => File.Exists(Path.Combine(Directory, name));

    internal bool HasMarks(string prefix, string suffix) => Marks(prefix, suffix).Any();

    internal IEnumerable<string> Marks(string prefix, string suffix) => System.IO.Directory.Exists(Directory)
        ? System.IO.Directory.EnumerateFiles(Directory, prefix + "*" + suffix).Select(path => Path.GetFileNameWithoutExtension(path))
        : [];

    /// <summary>Makes the directory for its owner alone.</summary>
    /// <param name="folder">A folder in the key directory; empty for itself.</param>
    public void EnsureDirectory(string folder = "")
    {
        try
        {
            System.IO.Directory.CreateDirectory(Path.Combine(Directory, folder), OwnerOnly | UnixFileMode.UserExecute);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"Keys:Directory '{Directory}' cannot be made or written. Make it, owned by the account that runs Kentongan.");
        }
    }

    private byte[] Create(string name)
    {
        EnsureDirectory();
        var unfinished = PathOf($".{name}-{Convert.ToHexString(RandomNumberGenerator.GetBytes(8))}");
        try
        {
            using (var file = new FileStream(unfinished, new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                UnixCreateMode = OwnerOnly,
            }))
            {
                file.Write(RandomNumberGenerator.GetBytes(KeyBytes));
                file.Flush(flushToDisk: true);
            }

            if (Link(unfinished, PathOf(name)) != 0 && !File.Exists(PathOf(name)))
            {
                throw new IOException("The key could not be put in its place.");
            }

            File.Delete(unfinished);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"Keys:Directory '{Directory}' cannot be written. Make it, owned by the account that runs Kentongan.");
        }

        return TryRead(name)!;
    }

    private static byte[] Bytes(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (UnauthorizedAccessException)
        {
            throw new StartRefusedException($"The key file '{path}' belongs to another account. Give it to the account that runs Kentongan: chown.");
        }
    }

    /// <summary>
    /// Gives a file a second name, unless that name is taken: the one way to do it that two processes cannot do at once. A move asks
    /// first and then replaces, and a replaced key is lost with all that it sealed meanwhile.
    /// </summary>
    [DllImport("libc", EntryPoint = "link", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Link([MarshalAs(UnmanagedType.LPUTF8Str)] string from, [MarshalAs(UnmanagedType.LPUTF8Str)] string to);

    private string PathOf(string name) => Path.Combine(Directory, name + ".key");
}
