using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace Kentongan.Triage.Keys;

/// <summary>
/// Keys by the id of what they seal, each wrapped, in a file beside the wrapping keys: outside the database and outside its backups.
/// Deleting one makes what it sealed unreadable in the live store, its log and every older backup (design 4).
/// </summary>
internal sealed partial class WrappedKeys(KeyFiles files, WrappingKeys wrapping, KeyPurpose purpose) : IDisposable
{
    private readonly Lock _gate = new();
    private SqliteConnection? _connection;

    private string FilePath => Path.Combine(files.Directory, purpose.File);

    /// <summary>
    /// New keys, durable before anything is sealed with them. The wrapping key is asked for while the file is locked, and one is retired
    /// under the same lock: nothing can be wrapped with a key that is just being destroyed.
    /// </summary>
    public IReadOnlyList<(Guid Id, byte[] Key)> Make(IEnumerable<Guid> ids)
    {
        lock (_gate)
        {
            using var transaction = Open().BeginTransaction();
            var made = ids.Select(id => (Id: id, Key: RandomNumberGenerator.GetBytes(32))).ToList();
            var by = wrapping.Active;
            foreach (var (id, key) in made)
            {
                Execute($"INSERT INTO {purpose.Table} ({purpose.Column}, wrapped) VALUES ($id, $wrapped)", ("$id", Bytes(id)), ("$wrapped", wrapping.Seal(by, key, Context(id))));
            }

            transaction.Commit();
            return made;
        }
    }

    /// <returns>Null once the key is destroyed, or where there was never one.</returns>
    /// <exception cref="InvalidOperationException">The key is there, but what wraps it is not: that is no shredding and must not look like it.</exception>
    public byte[]? Find(Guid id)
    {
        lock (_gate)
        {
            return Wrapped(id) is { Length: > 0 } wrapped
                ? wrapping.Open(wrapped, Context(id)) ?? throw new InvalidOperationException($"What wraps the key of a {purpose.Words.One} is missing.")
                : null;
        }
    }

    /// <summary>Cannot be undone.</summary>
    /// <param name="traced">Whether an empty row stays, which tells what was shredded from what was lost.</param>
    public void Destroy(Guid id, bool traced)
    {
        lock (_gate)
        {
            using var transaction = Open().BeginTransaction();
            Execute($"UPDATE {purpose.Table} SET wrapped = zeroblob(length(wrapped)) WHERE {purpose.Column} = $id", ("$id", Bytes(id))); // in its place
            Execute(
                traced
                    ? $"INSERT INTO {purpose.Table} ({purpose.Column}, wrapped) VALUES ($id, x'') ON CONFLICT DO UPDATE SET wrapped = x''"
                    : $"DELETE FROM {purpose.Table} WHERE {purpose.Column} = $id",
                ("$id", Bytes(id)));
            transaction.Commit();
        }
    }

    public void Dispose() => _connection?.Dispose();

    private string Context(Guid id) => $"{purpose.Table}.wrapped.{id:N}";

    private static byte[] Bytes(Guid id) => id.ToByteArray(bigEndian: true);

    private byte[]? Wrapped(Guid id)
    {
        using var select = Command($"SELECT wrapped FROM {purpose.Table} WHERE {purpose.Column} = $id", ("$id", Bytes(id)));
        return select.ExecuteScalar() as byte[];
    }

    private SqliteCommand Command(string sql, params ReadOnlySpan<(string Name, object Value)> values)
    {
        var command = Open().CreateCommand();
#pragma warning disable CA2100 // the names are those of a purpose
        command.CommandText = sql;
#pragma warning restore CA2100
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
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = FilePath, Pooling = false }.ToString());
        try
        {
            connection.Open();
            foreach (var statement in (string[])
            [
                "PRAGMA busy_timeout=10000", "PRAGMA journal_mode=TRUNCATE", "PRAGMA synchronous=FULL", "PRAGMA secure_delete=ON",
                $"CREATE TABLE IF NOT EXISTS {purpose.Table} ({purpose.Column} BLOB PRIMARY KEY, wrapped BLOB NOT NULL) WITHOUT ROWID",
            ]) // one by one: the driver swallows what fails after a statement with an answer
            {
                using var setup = connection.CreateCommand();
#pragma warning disable CA2100 // the names are those of a purpose
                setup.CommandText = statement;
#pragma warning restore CA2100
                setup.ExecuteNonQuery();
            }
        }
        catch (SqliteException)
        {
            connection.Dispose();
            throw new StartRefusedException($"The file of keys '{FilePath}' cannot be opened or is damaged. Put back its newest copy; without it no {purpose.Words.One} can be read.");
        }

        File.SetUnixFileMode(FilePath, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return _connection = connection;
    }
}
