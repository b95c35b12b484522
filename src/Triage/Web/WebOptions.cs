using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;

namespace Kentongan.Triage.Web;

/// <summary>The <c>Web</c> section.</summary>
public sealed class WebOptions
{
    public const string Section = "Web";

    /// <summary>Where the program listens.</summary>
    public string Url { get; set; } = "http://127.0.0.1:5080";

    /// <summary>What people type, such as <c>https://kentongan.jepara.go.id</c>; where it listens when nothing else is said.</summary>
    public string? PublicUrl { get; set; }

    /// <summary>A session ends this long after signing in, whatever happens.</summary>
    [Range(typeof(TimeSpan), "00:10:00", "1.00:00:00", ErrorMessage = "Session must be between 00:10:00 and 1.00:00:00.")]
    public TimeSpan Session { get; set; } = TimeSpan.FromHours(10);

    /// <summary>A session ends after this long without a request.</summary>
    [Range(typeof(TimeSpan), "00:02:00", "10:00:00", ErrorMessage = "Idle must be between 00:02:00 and 10:00:00.")]
    public TimeSpan Idle { get; set; } = TimeSpan.FromMinutes(45);

    /// <summary>So often a minute one address may knock at the door (threat-model 5); an office behind one address may need more.</summary>
    [Range(1, 600, ErrorMessage = "SignIns must be between 1 and 600.")]
    public int SignIns { get; set; } = 12;

    /// <summary>
    /// Addresses or networks of reverse proxies, parted by commas. Only what they say of where a request comes from is believed; without
    /// them everybody behind a proxy would share one limit on signing in.
    /// </summary>
    public string? Proxies { get; set; }

    public Uri Address => new(!string.IsNullOrEmpty(PublicUrl) ? PublicUrl : Url.Split(';')[0].Replace("//*", "//localhost").Replace("//+", "//localhost"));

    /// <summary>Over plain HTTP a browser would drop a Secure cookie; on the loopback that is all there is.</summary>
    public bool IsSecure => Address.Scheme == Uri.UriSchemeHttps;

    /// <returns>Null where one of them is no address.</returns>
    public IReadOnlyList<IPNetwork>? KnownProxies()
    {
        var networks = new List<IPNetwork>();
        foreach (var one in (Proxies ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (IPAddress.TryParse(one, out var address))
            {
                networks.Add(new IPNetwork(address, address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128));
            }
            else if (IPNetwork.TryParse(one, out var network))
            {
                networks.Add(network);
            }
            else
            {
                return null;
            }
        }

        return networks;
    }

    public static WebOptions Read(IConfiguration configuration) => configuration.GetSection(Section).Get<WebOptions>() ?? new WebOptions();
}
