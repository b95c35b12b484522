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

        var key = File.ReadAllBytes(path);
        return key.Length == KeyBytes
            ? key
            : throw new StartRefusedException($"The key file '{path}' is not a key of {KeyBytes} bytes. Put back the right file; without it the data cannot be read.");
    }

    public IEnumerable<string> Names(string prefix) => System.IO.Directory.Exists(Directory)
        ? System.IO.Directory.EnumerateFiles(Directory, prefix + "*.key").Select(path => Path.GetFileNameWithoutExtension(path))
        : [];

    /// <summary>Overwrites and removes a key; what it sealed is lost for good.</summary>
    public void Destroy(string name)
    {
        var path = PathOf(name);
        if (File.Exists(path))
        {
            File.WriteAllBytes(path, new byte[KeyBytes]);
            File.Delete(path);
        }
    }

    /// <summary>Makes the directory for its owner alone.</summary>
    public void EnsureDirectory()
    {
        try
        {
            System.IO.Directory.CreateDirectory(Directory, OwnerOnly | UnixFileMode.UserExecute);
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

    /// <summary>
    /// Gives a file a second name, unless that name is taken: the one way to do it that two processes cannot do at once. A move asks
    /// first and then replaces, and a replaced key is lost with all that it sealed meanwhile.
    /// </summary>
    [DllImport("libc", EntryPoint = "link", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Link([MarshalAs(UnmanagedType.LPUTF8Str)] string from, [MarshalAs(UnmanagedType.LPUTF8Str)] string to);

    private string PathOf(string name) => Path.Combine(Directory, name + ".key");
}
