using System.Text.RegularExpressions;

namespace Kentongan.Triage.Tests.Web;

/// <summary>Everything that one officer can open in the back office, to be compared with what they could open had something else happened.</summary>
internal static partial class SeenPages
{
    /// <param name="numbers">Cases that the officer may see.</param>
    /// <returns>The text of each page and file by its address.</returns>
    public static async Task<Dictionary<string, string>> ReadAsync(Office office, string officer, IEnumerable<string> numbers, params IEnumerable<string> searches)
    {
        var visitor = await office.SignInAsync(officer);
        var seen = new Dictionary<string, string>();
        foreach (var path in (string[])["/papan", "/daftar", "/daftar?jenis=miras", "/daftar?prioritas=P2", "/daftar?hal=1", "/daftar.csv", "/peta", "/angka", "/angka?jenis=miras", .. numbers.Select(number => $"/kasus/{number}")])
        {
            var answer = await visitor.GetAsync(path);
            Assert.Equal(200, answer.Status);
            seen[path] = Plain(answer.Text);
        }

        foreach (var words in searches)
        {
            seen[$"search for {words}"] = Plain((await visitor.SendAsync("/cari", "/cari", ("q", words))).Text);
        }

        return seen;
    }

    /// <summary>Forms carry keys of their own.</summary>
    private static string Plain(string text) => FormKey().Replace(text, "");

    [GeneratedRegex("value=\"[^\"]{60,}\"")]
    private static partial Regex FormKey();
}
