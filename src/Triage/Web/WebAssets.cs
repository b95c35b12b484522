using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Kentongan.Triage.Web;

/// <summary>Style, script and icon, carried inside the program. The address holds a hash of the content, so a browser may keep each for ever.</summary>
internal static class WebAssets
{
    private const string Prefix = "office/";

    private static readonly Dictionary<string, Asset> All = Read();

    public static string UrlOf(string name) => All.TryGetValue(name, out var asset) ? asset.Url : "/aset/" + name;

    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var asset in All.Values)
        {
            routes.MapGet(asset.Url, asset.WriteAsync).AllowAnonymous();
        }
    }

    private static Dictionary<string, Asset> Read()
    {
        var assembly = typeof(WebAssets).Assembly;
        return assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Select(name =>
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return new Asset(name[Prefix.Length..], bytes);
        }).ToDictionary(asset => asset.Name);
    }

    private sealed class Asset(string name, byte[] bytes)
    {
        public string Name => name;

        public string Url { get; } = $"/aset/{Convert.ToHexStringLower(SHA256.HashData(bytes)[..6])}/{name}";

        public Task WriteAsync(HttpContext http)
        {
            http.Response.ContentType = Path.GetExtension(name) switch
            {
                ".css" => "text/css; charset=utf-8",
                ".js" => "text/javascript; charset=utf-8",
                ".svg" => "image/svg+xml",
                _ => "application/octet-stream",
            };
            http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
            http.Response.ContentLength = bytes.Length;
            return http.Response.Body.WriteAsync(bytes, http.RequestAborted).AsTask();
        }
    }
}
