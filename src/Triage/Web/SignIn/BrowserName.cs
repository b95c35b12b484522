namespace Kentongan.Triage.Web.SignIn;

/// <summary>Family of a browser and its system, coarse: enough to know one's own sessions, too little to follow a person.</summary>
internal static class BrowserName
{
    private static readonly (string Mark, string Name)[] Families =
        [("Edg/", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari")];

    private static readonly (string Mark, string Name)[] Systems =
        [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "Mac"), ("Linux", "Linux")];

    public static string From(string? agent) => $"{Find(Families, agent)} · {Find(Systems, agent)}";

    private static string Find((string Mark, string Name)[] list, string? agent) =>
        list.FirstOrDefault(one => agent?.Contains(one.Mark, StringComparison.Ordinal) == true).Name ?? "?";
}
