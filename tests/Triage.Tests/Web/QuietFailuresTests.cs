using System.Text;
using Kentongan.Triage.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Kentongan.Triage.Tests.Web;

/// <summary>A page that breaks over what a resident wrote (threat-model 4, row 15).</summary>
public sealed class QuietFailuresTests
{
    private const string Words = "Rumah cat hijau di ujung gang.";

    [Fact]
    public async Task What_an_exception_quotes_is_said_neither_to_the_reader_nor_to_the_log()
    {
        using var heard = new HeardWarnings();
        using var logging = LoggerFactory.Create(builder => builder.AddProvider(heard));
        var http = new DefaultHttpContext();
        http.Response.Body = new MemoryStream();

        await new QuietFailures(logging.CreateLogger<QuietFailures>()).GuardAsync(http, _ => throw new InvalidOperationException(Words));

        Assert.Equal(500, http.Response.StatusCode);
        Assert.Equal("500", Encoding.UTF8.GetString(((MemoryStream)http.Response.Body).ToArray()));
        Assert.Equal("A page of the back office failed (InvalidOperationException)", Assert.Single(heard.Lines));
    }
}
