using System.Globalization;
using System.Security.Cryptography;
using Kentongan.Domain.Help;
using Kentongan.Triage.Keys;
using Microsoft.Data.Sqlite;

namespace Kentongan.Triage.Help;

/// <summary>
/// The keys of help conversations, each wrapped by <c>help-1</c>, <c>help-2</c> …, in a file of their own (policy 5.7): no key of
/// reports opens anything of them. Destroying one shreds its conversation in every copy and backup.
/// </summary>
public sealed partial class HelpKeys(KeyFiles files) : IDisposable
{
    internal const string FileName = "help-keys.db";
    internal const string Prefix = "help-";
    internal const string Retired = ".retired";

    private static readonly string[] Setup =
    [
        "PRAGMA busy_timeout=10000",
        "PRAGMA journal_mode=TRUNCATE",
        "PRAGMA synchronous=FULL",
        "PRAGMA secure_delete=ON",
        "CREATE TABLE IF NOT EXISTS help_keys (request BLOB PRIMARY KEY, wrapped BLOB NOT NULL) WITHOUT ROWID",
    ];

    private readonly Lock _gate = new();
    private SqliteConnection? _connection;

    /// <summary>A key for a new request, durable before anything is sealed with it.</summary>
    public byte[] Make(HelpId request)
    {
        lock (_gate)
        {
            var key = RandomNumberGenerator.GetBytes(32);
            using var transaction = Open().BeginTransaction();
            Execute("INSERT INTO help_keys (request, wrapped) VALUES ($request, $wrapped)", ("$request", Bytes(request)), ("$wrapped", Wrap(request, key)));
            transaction.Commit();
            return key;
        }
    }

    /// <returns>Null once the request is erased.</returns>
    /// <exception cref="InvalidOperationException">The key is there, but what wraps it is not: that is no erasure and must not look like it.</exception>
    public byte[]? Find(HelpId request)
    {
        lock (_gate)
        {
            return Wrapped(request) is { Length: > 0 } wrapped
                ? Unwrap(request, wrapped) ?? throw new InvalidOperationException("What wraps the key of a help request is missing.")
                : null;
        }
    }

    /// <summary>Cannot be undone. Nothing stays, not even that there was such a request.</summary>
    public void Destroy(HelpId request)
    {
        lock (_gate)
        {
            using var transaction = Open().BeginTransaction();
            Execute("UPDATE help_keys SET wrapped = zeroblob(length(wrapped)) WHERE request = $request", ("$request", Bytes(request))); // in its place
            Execute("DELETE FROM help_keys WHERE request = $request", ("$request", Bytes(request)));
            transaction.Commit();
        }
    }

    public void Dispose() => _connection?.Dispose();

    internal static string NameOf(int number) => Prefix + number.ToString(CultureInfo.InvariantCulture);

    private static string Context(HelpId request) => $"help_keys.wrapped.{request.Value:N}";

    private static byte[] Bytes(HelpId request) => request.Value.ToByteArray(bigEndian: true);

    private byte[] Wrap(HelpId request, byte[] key)
    {
        var number = Active;
        return Envelope.Seal(files.TryRead(NameOf(number))!, number, key, Context(request));
    }

    private byte[]? Unwrap(HelpId request, byte[] wrapped) =>
        files.TryRead(NameOf(Envelope.KeyNumber(wrapped))) is { } wrapping ? Envelope.Open(wrapping, wrapped, Context(request)) : null;

    private byte[]? Wrapped(HelpId request)
    {
        using var select = Command("SELECT wrapped FROM help_keys WHERE request = $request", ("$request", Bytes(request)));
        return select.ExecuteScalar() as byte[];
    }

    private SqliteCommand Command(string sql, params ReadOnlySpan<(string Name, object Value)> values)
    {
        var command = Open().CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command;
    }

    private void Execute(string sql, params ReadOnlySpan<(string Name, object Value)> values)
    {
        using var command = Command(sql, values);
        command.ExecuteNonQuery();
    }

    /// <summary>A rollback journal that is cut to nothing and deleted rows that are overwritten: no copy of a deleted key stays in the file.</summary>
    private SqliteConnection Open()
    {
        if (_connection is not null)
        {
            return _connection;
        }

        files.EnsureDirectory();
        var path = Path.Combine(files.Directory, FileName);
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        try
        {
            connection.Open();
            foreach (var statement in Setup)
            {
                using var setup = connection.CreateCommand();
                setup.CommandText = statement;
                setup.ExecuteNonQuery();
            }
        }
        catch (SqliteException)
        {
            connection.Dispose();
            throw new StartRefusedException($"The file of keys '{path}' cannot be opened or is damaged. Put back its newest copy; without it no help conversation can be read.");
        }

        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return _connection = connection;
    }
}
