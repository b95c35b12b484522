using System.Text.Json;
using Kentongan.Triage.Keys;
using Kentongan.Triage.Store;
using Microsoft.EntityFrameworkCore;

namespace Kentongan.Bot.Conversations;

/// <summary>
/// Running conversations, found by the day's pseudonym of their chat and sealed with the day's key (threat-model 3). By hand: every
/// update reads one and writes one.
/// </summary>
internal sealed class ConversationStore(DayKeys keys)
{
    /// <summary>A conversation that nobody goes on with is forgotten after this at the latest (policy 2: a draft is purged after 24 h).</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(24);

    /// <summary>The end is a noon or a midnight (UTC): a time to the second would tie the conversation to the report of that second.</summary>
    private static readonly TimeSpan Grain = TimeSpan.FromHours(12);

    private const int Block = 1024;

    private const string Select = "SELECT sealed, version, expires_at FROM conversations WHERE pseudonym = @p0";

    private const string Delete = "DELETE FROM conversations WHERE pseudonym = @p0 AND version = @p1";

    private const string Conflict =
        """
        ON CONFLICT (pseudonym) DO UPDATE SET sealed = excluded.sealed, version = excluded.version, expires_at = excluded.expires_at
        WHERE conversations.version = @p4
        """;

    private const string Upsert = "INSERT INTO conversations (pseudonym, sealed, version, expires_at) VALUES (@p0, @p1, @p2, @p3) " + Conflict;

    /// <summary>SQLite numbers rows as they come, and reports come in the same order: so it is told a number of chance. PostgreSQL: <see cref="RowOrder"/>.</summary>
    private const string UpsertOnSqlite =
        "INSERT INTO conversations (rowid, pseudonym, sealed, version, expires_at) VALUES (random(), @p0, @p1, @p2, @p3) " + Conflict;

    /// <summary>Reads the chat's state, also one that was left under yesterday's key.</summary>
    public async Task<Running> LoadAsync(Unit unit, long chat)
    {
        var today = keys.Today;
        if (await ReadAsync(unit, today, chat) is { } running)
        {
            return running;
        }

        var old = keys.Yesterday is { } yesterday ? await ReadAsync(unit, yesterday, chat) : null;
        return new Running(today, today.Pseudonym(chat), old?.State ?? ChatState.Fresh, 0, old);
    }

    /// <summary>Writes the state that follows; nothing at all where there is nothing to remember.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Another process answered the same chat meanwhile; the unit is run again.</exception>
    public static async Task SaveAsync(Unit unit, Running running, ChatState next)
    {
        if (running.Old is { } old)
        {
            await unit.Statement(Delete, old.Pseudonym, old.Version).ExecuteNonQueryAsync();
        }

        if (next == ChatState.Fresh)
        {
            if (running.Version > 0)
            {
                Check(await unit.Statement(Delete, running.Pseudonym, running.Version).ExecuteNonQueryAsync());
            }

            return;
        }

        var json = Envelope.Padded(JsonSerializer.SerializeToUtf8Bytes(next, StateJson.Default.ChatState), Block);
        var expires = (unit.Now + Life).ToUnixTimeMilliseconds();
        expires -= expires % (long)Grain.TotalMilliseconds;
        Check(await unit.Statement(
            unit.Db is SqliteTriageDb ? UpsertOnSqlite : Upsert,
            running.Pseudonym,
            running.Key.Seal(json, Context(running.Pseudonym)),
            running.Version + 1,
            expires,
            running.Version).ExecuteNonQueryAsync());
    }

    private static async Task<Running?> ReadAsync(Unit unit, DayKeys.Key key, long chat)
    {
        var pseudonym = key.Pseudonym(chat);
        await using var reader = await unit.Statement(Select, pseudonym).ExecuteReaderAsync();
        if (!await reader.ReadAsync())
        {
            return null;
        }

        var version = reader.GetInt32(1);
        var expired = reader.GetInt64(2) <= unit.Now.ToUnixTimeMilliseconds();
        var state = expired ? null : Open(key.Open((byte[])reader[0], Context(pseudonym)));
        return new Running(key, pseudonym, state ?? ChatState.Fresh, version, null);
    }

    /// <summary>A state that this version cannot read starts over.</summary>
    private static ChatState? Open(byte[]? json)
    {
        try
        {
            return json is null ? null : JsonSerializer.Deserialize(json, StateJson.Default.ChatState);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Context(byte[] pseudonym) => "conversations.sealed." + Convert.ToHexString(pseudonym);

    private static void Check(int rows)
    {
        if (rows != 1)
        {
            throw new DbUpdateConcurrencyException("The conversation went on elsewhere.");
        }
    }

    /// <param name="Version">0 where nothing is stored yet.</param>
    /// <param name="Old">What lies under yesterday's key and goes away with the next save.</param>
    internal sealed record Running(DayKeys.Key Key, byte[] Pseudonym, ChatState State, int Version, Running? Old);
}
