using Kentongan.Sandbox.Phones;

namespace Kentongan.Sandbox.Cast;

/// <summary>What the page may choose from, and how officers of another kecamatan join.</summary>
internal sealed class CastDirectory
{
    public IReadOnlyList<Kecamatan> Kecamatans { get; set; } = [];

    /// <summary>Where the back office is, once it runs.</summary>
    public Uri? Web { get; set; }

    /// <summary>Binds the officers of a kecamatan; null while only the server runs. Gives back what went wrong, or null.</summary>
    public Func<Kecamatan, CancellationToken, Task<string?>>? BindAsync { get; set; }
}

internal static class CastEndpoints
{
    public static void Map(IEndpointRouteBuilder app, Func<CastDirectory> cast)
    {
        app.MapGet("/sandbox/kecamatan", () => JsonResult.List(cast().Kecamatans, (json, kecamatan) =>
        {
            json.WriteStartObject();
            json.WriteString("code", kecamatan.Code);
            json.WriteString("name", kecamatan.Name);
            if (kecamatan is { Latitude: { } latitude, Longitude: { } longitude })
            {
                json.WriteNumber("latitude", latitude);
                json.WriteNumber("longitude", longitude);
            }

            json.WriteEndObject();
        }));
        app.MapGet("/sandbox/web", () => new JsonResult(json =>
        {
            json.WriteStartObject();
            json.WriteString("url", cast().Web?.ToString());
            json.WriteEndObject();
        }));
        app.MapPost("/sandbox/cast", async (ChooseCast asked, CancellationToken ct) =>
        {
            var kecamatan = cast().Kecamatans.FirstOrDefault(k => k.Code == asked.Kecamatan);
            if (kecamatan is null || cast().BindAsync is not { } bind)
            {
                return Results.NotFound(new Problem("There is no such kecamatan, or the product does not run here."));
            }

            return await bind(kecamatan, ct) is { } problem ? Results.Conflict(new Problem(problem)) : Results.NoContent();
        });
    }
}
