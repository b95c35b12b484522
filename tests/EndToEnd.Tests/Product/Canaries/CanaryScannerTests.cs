using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Kentongan.EndToEnd.Tests.Product.Canaries;

/// <summary>A search that finds nothing proves something only if it would have found it.</summary>
public sealed class CanaryScannerTests
{
    private const long Id = 7_654_321_104_729;
    private const string Word = "Kenariwulandari";

    private static readonly CanaryScanner Scanner = new([.. CanaryForms.Of(Id), .. CanaryForms.Of(Word)]);

    public static TheoryData<string> Written => [.. Ways().Select(way => way.Name)];

    [Theory, MemberData(nameof(Written))]
    public void Each_way_of_writing_it_down_is_found_in_the_midst_of_noise(string name)
    {
        var noise = new byte[100_000];
        new Random(7).NextBytes(noise);
        Assert.Empty(Scanner.In(noise));

        var planted = Ways().Single(way => way.Name == name).Bytes;

        Assert.All((int[])[0, 4_097, noise.Length - planted.Length], at =>
        {
            var place = noise.ToArray();
            planted.CopyTo(place, at);
            Assert.NotEmpty(Scanner.In(place));
        });
    }

    [Theory]
    [InlineData("INTEGER PRIMARY KEY", true)]
    [InlineData("INTEGER", true)]
    [InlineData("TEXT", false)]
    [InlineData("BLOB", false)]
    public async Task What_a_database_keeps_of_it_is_found_in_its_file(string type, bool asNumber)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("kentongan-canary").FullName, "x.db");
        await using (var db = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            await db.OpenAsync();
            await using var plant = db.CreateCommand();
            plant.CommandText = $"CREATE TABLE t (id {type}, other INTEGER); INSERT INTO t VALUES ($id, 1)";
            plant.Parameters.AddWithValue("$id", asNumber ? Id : type == "BLOB" ? Encoding.UTF8.GetBytes(Word) : Word);
            await plant.ExecuteNonQueryAsync();
        }

        var found = Scanner.In(await File.ReadAllBytesAsync(path)).ToList();

        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        Assert.NotEmpty(found);
    }

    private static IEnumerable<(string Name, byte[] Bytes)> Ways()
    {
        var (big, little) = (new byte[8], new byte[8]);
        BinaryPrimitives.WriteInt64BigEndian(big, Id);
        BinaryPrimitives.WriteInt64LittleEndian(little, Id);
        var digits = Id.ToString(CultureInfo.InvariantCulture);
        foreach (var text in (string[])[digits, Word, Word.ToUpperInvariant(), Word.ToLowerInvariant(), Id.ToString("x", CultureInfo.InvariantCulture), Convert.ToHexString(big), Convert.ToHexStringLower(little), Convert.ToHexString(Encoding.UTF8.GetBytes(Word))])
        {
            yield return ("plain " + text, Encoding.UTF8.GetBytes(text));
        }

        foreach (var (name, encoding) in ((string, Encoding)[])[("UTF-16LE", Encoding.Unicode), ("UTF-16BE", Encoding.BigEndianUnicode)])
        {
            yield return ($"{name} of the number", encoding.GetBytes(digits));
            yield return ($"{name} of the word", encoding.GetBytes(Word));
        }

        yield return ("eight bytes, big-endian", big);
        yield return ("eight bytes, little-endian", little);
        yield return ("varint", [0x06, .. Varint()]);
        foreach (var before in (string[])["", "a", "ab"])
        {
            yield return ($"base64 of the number after '{before}'", Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(before + digits + ","))));
            yield return ($"base64 of the word after '{before}'", Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(before + Word))));
            yield return ($"base64url of the bytes after '{before}'", Encoding.ASCII.GetBytes(System.Buffers.Text.Base64Url.EncodeToString([.. Encoding.UTF8.GetBytes(before), .. big])));
            yield return ($"base64 of the bytes, little-endian, after '{before}'", Encoding.ASCII.GetBytes(Convert.ToBase64String([.. Encoding.UTF8.GetBytes(before), .. little])));
        }
    }

    /// <summary>As a table of SQLite writes its key: seven bits a byte, the highest first.</summary>
    private static IEnumerable<byte> Varint() => Enumerable.Range(0, 7).Select(index => (byte)(((Id >> (7 * (6 - index))) & 0x7F) | (index < 6 ? 0x80u : 0u))).SkipWhile(part => part == 0x80);
}
