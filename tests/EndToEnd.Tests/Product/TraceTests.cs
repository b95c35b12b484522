using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Kentongan.Sandbox.Telegram;

namespace Kentongan.EndToEnd.Tests.Product;

/// <summary>What whoever carries the machine away would find of the people who trusted it.</summary>
public sealed class TraceTests
{
    private const string Story = "kutilang-berkicau-3391", Draft = "perkutut-melamun-5527", Answer = "jalak-menjawab-8843", Canary = "KENARI-EXIF-6620";

    [Fact]
    public async Task After_a_crash_nothing_on_the_disk_or_in_the_logs_leads_to_a_resident()
    {
        await using var stage = await Stage.SetAsync();
        var siti = new Resident(stage.Telegram, "Sitirahayu Wulandari", "siti_rahayu_w");
        var joko = new Resident(stage.Telegram, "Jokosusilo Prasetyo", "joko_susilo_p");
        await siti.ReportsAsync(Story, Photo.SignedBy(Canary));
        await joko.BeginsAsync();
        joko.Hand.Says(Draft);
        joko.Hand.Phone.SendFile("photo", Photo.SignedBy(Canary));
        joko.Hand.Phone.SendContact();
        await joko.Hand.SeesAsync("Kontak tidak kami simpan");
        await stage.Kapolsek.TapAsync("✅ Terima");
        await stage.Kapolsek.TapAsync("📎 Lihat bukti");
        await stage.Kapolsek.SeesAsync(message => message.Attachment is Attachment.Photo, "the evidence");
        await siti.LooksAsync();
        await siti.Hand.TapAsync("➕ Tambah keterangan");
        await siti.Hand.SeesAsync("Kirim tambahannya");
        siti.Hand.Says(Answer);
        await stage.Kapolsek.SeesAsync(Answer);

        await stage.Product.KillAsync();

        var left = Left(stage).ToList();
        Assert.Contains(left, place => Holds(place.Bytes, Significant(stage.Camat.Id, bigEndian: true))); // the search does find what is there
        var found =
            from needle in Needles(stage, siti.Hand).Concat(Needles(stage, joko.Hand))
            from place in left
            where Holds(place.Bytes, needle.Bytes)
            select $"{needle.What} in {place.Name}";
        Assert.Empty(found);
    }

    private static IEnumerable<(string Name, byte[] Bytes)> Left(Stage stage) => Directory
        .EnumerateFiles(stage.Home.Root, "*", SearchOption.AllDirectories)
        .Select(path => (Path.GetRelativePath(stage.Home.Root, path), File.ReadAllBytes(path)))
        .Append(("the output", Encoding.UTF8.GetBytes(stage.Product.Output)))
        .Append(("the errors", Encoding.UTF8.GetBytes(stage.Product.Error)));

    private static IEnumerable<(string What, byte[] Bytes)> Needles(Stage stage, Hand resident)
    {
        var person = resident.Phone.Owner;
        var id = person.Id.ToString(CultureInfo.InvariantCulture);
        yield return ("the id, big-endian", Significant(person.Id, bigEndian: true));
        yield return ("the id, little-endian", Significant(person.Id, bigEndian: false));
        string[] written = [id, person.Id.ToString("x", CultureInfo.InvariantCulture), Base64(id), Base64(person.Id, true), Base64(person.Id, false)];
        string[] words = [person.FirstName, person.LastName!, person.Username!, person.Phone.TrimStart('+'), Story, Draft, Answer, Canary, stage.Telegram.Token];
        foreach (var needle in written.Concat(words).Concat(words.Select(Base64)))
        {
            yield return (needle, Encoding.UTF8.GetBytes(needle));
            yield return ($"{needle} in capitals", Encoding.UTF8.GetBytes(needle.ToUpperInvariant()));
            yield return ($"{needle} in UTF-16", Encoding.Unicode.GetBytes(needle));
        }
    }

    /// <summary>The five bytes of such an id: they stand in eight bytes and in the six that SQLite takes for it.</summary>
    private static byte[] Significant(long id, bool bigEndian)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, id);
        var five = bytes[3..];
        return bigEndian ? five : [.. five.Reverse()];
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=')[..^1];

    private static string Base64(long id, bool bigEndian)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, id);
        return Convert.ToBase64String(bigEndian ? bytes : [.. bytes.Reverse()]).TrimEnd('=')[..^1];
    }

    private static bool Holds(byte[] place, byte[] needle) => place.AsSpan().IndexOf(needle) >= 0;
}
