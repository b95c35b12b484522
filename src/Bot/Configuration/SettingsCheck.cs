using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Kentongan.Triage;
using Kentongan.Triage.Clusters;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Evidence;
using Kentongan.Triage.Web;

namespace Kentongan.Bot.Configuration;

/// <summary>Looks at every setting before anything starts, so that none is found wrong when somebody reports (design 9).</summary>
internal static class SettingsCheck
{
    private static readonly Dictionary<string, Type> Sections = new(StringComparer.OrdinalIgnoreCase)
    {
        [TelegramOptions.Section] = typeof(TelegramOptions),
        [StoreOptions.Section] = typeof(StoreOptions),
        [DataOptions.Section] = typeof(DataOptions),
        [KeysOptions.Section] = typeof(KeysOptions),
        [KabupatenOptions.Section] = typeof(KabupatenOptions),
        [PrivacyOptions.Section] = typeof(PrivacyOptions),
        [EvidenceOptions.Section] = typeof(EvidenceOptions),
        [StormOptions.Section] = typeof(StormOptions),
        [WebOptions.Section] = typeof(WebOptions),
        [TelemetryOptions.Section] = typeof(TelemetryOptions),
    };

    /// <summary>Sections without a class of options here: what is in them is checked where it is read, or by the framework.</summary>
    private static readonly HashSet<string> Open = new(StringComparer.OrdinalIgnoreCase)
    {
        "Regions", "Programmes", "Roles", "Jobs", "Backup", "Logging", "Kestrel",
    };

    /// <param name="given">The settings of the command line: a name that nobody reads is a slip of the pen.</param>
    /// <exception cref="StartRefusedException">Names the setting, never its value.</exception>
    public static void Run(IConfiguration configuration, IReadOnlyList<string> given)
    {
        foreach (var name in given.Where(argument => argument.StartsWith("--", StringComparison.Ordinal)).Select(argument => argument[2..].Split('=')[0]))
        {
            CheckName(name.Split(':'));
        }

        foreach (var (section, type) in Sections)
        {
            CheckValues(configuration.GetSection(section), type);
        }

        CheckStore(configuration.GetSection(StoreOptions.Section).Get<StoreOptions>() ?? new StoreOptions());
        CheckAddress(configuration["Web:Url"]);
        CheckPublicAddress(configuration["Web:PublicUrl"]);
        if (WebOptions.Read(configuration).KnownProxies() is null)
        {
            throw new StartRefusedException("Web:Proxies must be addresses or networks parted by commas, such as 127.0.0.1, 10.0.0.0/8.");
        }
    }

    private static void CheckName(string[] parts)
    {
        if (Sections.TryGetValue(parts[0], out var type)
            ? parts.Length != 2 || type.GetProperty(parts[1], BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase) is null
            : !Open.Contains(parts[0]))
        {
            throw new StartRefusedException($"There is no setting --{string.Join(':', parts)}. Check how it is written, or leave it out.");
        }
    }

    private static void CheckValues(IConfigurationSection section, Type type)
    {
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite))
        {
            try
            {
                section.GetValue(property.PropertyType, property.Name);
            }
            catch (InvalidOperationException)
            {
                throw new StartRefusedException($"The setting {section.Key}:{property.Name} has a value of the wrong form. {FormOf(property.PropertyType)}");
            }
        }

        var problems = new List<ValidationResult>();
        var options = section.Get(type) ?? Activator.CreateInstance(type)!;
        if (!Validator.TryValidateObject(options, new ValidationContext(options), problems, validateAllProperties: true))
        {
            throw new StartRefusedException($"In the section {section.Key}: {problems[0].ErrorMessage}");
        }
    }

    private static string FormOf(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        { IsEnum: true } values => $"It is one of: {string.Join(", ", Enum.GetNames(values))}.",
        var flag when flag == typeof(bool) => "It is true or false.",
        var time when time == typeof(TimeSpan) => "It is a time such as 00:05:00.",
        _ => "It is a number.",
    };

    private static void CheckStore(StoreOptions store)
    {
        if (store.Provider != StoreProvider.Postgres)
        {
            return;
        }

        try
        {
            if (new Npgsql.NpgsqlConnectionStringBuilder(store.ConnectionString).Host is { Length: > 0 })
            {
                return;
            }
        }
        catch (ArgumentException)
        {
            // said below; its own message may quote a password
        }

        throw new StartRefusedException("Store:Provider is Postgres, so Store:ConnectionString must say where it is, such as Host=127.0.0.1;Database=kentongan;Username=kentongan.");
    }

    private static void CheckPublicAddress(string? address)
    {
        if (!string.IsNullOrEmpty(address) && !(Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)))
        {
            throw new StartRefusedException("Web:PublicUrl must be an address such as https://kentongan.example.go.id, without a path.");
        }
    }

    private static void CheckAddress(string? addresses)
    {
        try
        {
            foreach (var address in (addresses ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries))
            {
                BindingAddress.Parse(address);
            }
        }
        catch (FormatException)
        {
            throw new StartRefusedException("Web:Url must be an address such as http://127.0.0.1:5080.");
        }
    }
}
