using Kentongan.Triage.Web.Frame;
using Kentongan.Triage.Web.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Kentongan.Triage.Web.Search;

/// <summary>Search. What is looked for is posted, so that it stands in no address, no history and no log of a proxy.</summary>
internal sealed class SearchEndpoints(Pages pages, StorySearch search)
{
    private const int Shortest = 3, Longest = 80;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/cari", http => pages.ShowAsync<SearchPage>(http, pages.ContextOf(http)));
        routes.MapPost("/cari", FindAsync);
    }

    private async Task FindAsync(HttpContext http)
    {
        var words = (await http.Request.ReadFormAsync(http.RequestAborted))["q"].ToString().Trim();
        var result = words.Length is >= Shortest and <= Longest ? await search.FindAsync(http.Viewer(), words, http.RequestAborted) : null;
        await pages.ShowAsync<SearchPage>(http, pages.ContextOf(http), ("Words", words), ("Result", result));
    }
}
