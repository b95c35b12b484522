using System.Diagnostics;
using System.Text.Json;
using Microsoft.Playwright;

namespace Kentongan.EndToEnd.Tests.BackOffice;

/// <summary>axe-core, fetched once by <c>npm ci</c> from its lock file; null with a reason where npm is missing or has no network.</summary>
internal static class AxeRules
{
    private static readonly Lazy<Task<string?>> Source = new(FetchAsync);

    public static async Task<IReadOnlyList<string>?> ViolationsAsync(IPage page)
    {
        if (await Source.Value is not { } source)
        {
            return null;
        }

        await page.EvaluateAsync(source);
        var found = await page.EvaluateAsync<JsonElement>(
            """
            async () => (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] }))
              .violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.target.join(' ')}`))
            """);
        return [.. found.EnumerateArray().Select(one => one.GetString()!)];
    }

    private static async Task<string?> FetchAsync()
    {
        var folder = Directory.CreateTempSubdirectory("kentongan-axe").FullName;
        try
        {
            foreach (var file in new[] { "package.json", "package-lock.json" })
            {
                File.Copy(Path.Combine(AppContext.BaseDirectory, "BackOffice", "Axe", file), Path.Combine(folder, file));
            }

            using var npm = Process.Start(new ProcessStartInfo("npm", "ci --no-audit --no-fund --ignore-scripts --loglevel=error")
            {
                WorkingDirectory = folder,
                RedirectStandardError = true,
                RedirectStandardOutput = true,
            })!;
            await npm.WaitForExitAsync();
            return npm.ExitCode == 0 ? await File.ReadAllTextAsync(Path.Combine(folder, "node_modules", "axe-core", "axe.min.js")) : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null; // there is no npm
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
