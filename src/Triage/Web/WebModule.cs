using System.Threading.RateLimiting;
using Kentongan.Triage.Configuration;
using Kentongan.Triage.Keys;
using Kentongan.Triage.Telemetry;
using Kentongan.Triage.Web.Board;
using Kentongan.Triage.Web.Bulk;
using Kentongan.Triage.Web.Cases;
using Kentongan.Triage.Web.Exports;
using Kentongan.Triage.Web.Figures;
using Kentongan.Triage.Web.Frame;
using Kentongan.Triage.Web.Maps;
using Kentongan.Triage.Web.Months;
using Kentongan.Triage.Web.Office;
using Kentongan.Triage.Web.People;
using Kentongan.Triage.Web.Search;
using Kentongan.Triage.Web.SignIn;
using Kentongan.Triage.Web.Viewing;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Kentongan.Triage.Web;

/// <summary>The role <c>web</c>: the back office for coordinators, auditors and officers at a desk.</summary>
public static class WebModule
{
    public static IServiceCollection AddTriageWeb(this IServiceCollection services, IConfiguration configuration)
    {
        var options = WebOptions.Read(configuration);
        var keys = configuration.GetSection(KeysOptions.Section).Get<KeysOptions>() ?? new KeysOptions();
        services.AddSingleton<Sessions>();
        services.AddSingleton<Pages>();
        services.AddSingleton<QuietFailures>();
        services.AddSingleton<BoardQueries>();
        services.AddSingleton<SilentQueries>();
        services.AddSingleton<BoardChanges>();
        services.AddSingleton<CaseQueries>();
        services.AddSingleton<CaseTimeline>();
        services.AddSingleton<CaseWriters>();
        services.AddSingleton<OtherEyes>();
        services.AddSingleton<MapQueries>();
        services.AddSingleton<FigureQueries>();
        services.AddSingleton<MonthQueries>();
        services.AddSingleton<MonthDetailQueries>();
        services.AddSingleton<MonthPoints>();
        services.AddSingleton<DesaRanking>();
        services.AddSingleton<MonthEndpoints>();
        services.AddSingleton<SavedViews>();
        services.AddSingleton<SealedTexts>();
        services.AddSingleton<ReportMarks>();
        services.AddSingleton<StorySearch>();
        services.AddSingleton<BulkDesk>();
        services.AddSingleton<HeldQueries>();
        services.AddSingleton<OfficeQueries>();
        services.AddSingleton<HealthQueries>();
        services.AddSingleton<OfficeDesk>();
        services.AddSingleton<PeopleQueries>();
        services.AddSingleton<PeopleDesk>();
        services.AddSingleton<PostingDesk>();
        services.AddSingleton<PeopleEndpoints>();
        services.AddSingleton<Calendars>();
        services.AddSingleton<ExportEndpoints>();
        services.AddSingleton<SearchEndpoints>();
        services.AddSingleton<BulkEndpoints>();
        services.AddSingleton<OfficeEndpoints>();
        services.AddSingleton<MapEndpoints>();
        services.AddHostedService<EarlyShapes>();
        services.AddSingleton<FigureEndpoints>();
        services.AddSingleton<SignInEndpoints>();
        services.AddSingleton<BoardEndpoints>();
        services.AddSingleton<ProofUpload>();
        services.AddSingleton<CaseEndpoints>();

        services.AddRazorComponents();
        var own = Path.Combine(keys.Directory, "web"); // of cookies and forms
        services.AddDataProtection().SetApplicationName("kentongan").PersistKeysToFileSystem(new DirectoryInfo(own));
        // Its keys are read for the first page; reading them at start would keep the residents waiting.
        if (services.FirstOrDefault(service => service.ImplementationType?.Name == "DataProtectionHostedService") is { } eager)
        {
            services.Remove(eager);
        }

        services.AddAntiforgery(forgery =>
        {
            forgery.Cookie.Name = WebCookies.Forgery(options);
            forgery.Cookie.SecurePolicy = options.IsSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
            forgery.Cookie.Path = "/";
        });
        services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var network in options.KnownProxies() ?? [])
            {
                forwarded.KnownIPNetworks.Add(network);
            }
        });
        services.AddAuthentication(SessionHandler.Name).AddScheme<AuthenticationSchemeOptions, SessionHandler>(SessionHandler.Name, null);
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder(SessionHandler.Name).RequireAuthenticatedUser().Build());
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = (rejected, _) => new ValueTask(SignInEndpoints.SayWaitAsync(rejected.HttpContext));
            limiter.AddPolicy(SignInEndpoints.Throttle, http => RateLimitPartition.GetFixedWindowLimiter(
                http.Connection.RemoteIpAddress?.ToString() ?? "",
                _ => new FixedWindowRateLimiterOptions { PermitLimit = options.SignIns, Window = TimeSpan.FromMinutes(1) }));
        });
        return services;
    }

    public static void MapTriageWeb(this WebApplication app)
    {
        app.Services.GetRequiredService<KeyFiles>().EnsureDirectory("web");
        if (app.Services.GetRequiredService<WebOptions>().KnownProxies() is { Count: > 0 })
        {
            app.UseForwardedHeaders();
        }

        app.Use((http, next) => SecurityHeaders.AddAsync(http, next));
        app.Use(app.Services.GetRequiredService<QuietFailures>().GuardAsync);
        app.Use(MeasureAsync);
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.Use(ProofUpload.RefuseLargeAsync);
        app.Use(RefuseForgedAsync);
        WebAssets.Map(app);
        app.Services.GetRequiredService<SignInEndpoints>().Map(app);
        app.Services.GetRequiredService<BoardEndpoints>().Map(app);
        app.Services.GetRequiredService<CaseEndpoints>().Map(app);
        app.Services.GetRequiredService<MapEndpoints>().Map(app);
        app.Services.GetRequiredService<FigureEndpoints>().Map(app);
        app.Services.GetRequiredService<MonthEndpoints>().Map(app);
        app.Services.GetRequiredService<ExportEndpoints>().Map(app);
        app.Services.GetRequiredService<SearchEndpoints>().Map(app);
        app.Services.GetRequiredService<BulkEndpoints>().Map(app);
        app.Services.GetRequiredService<OfficeEndpoints>().Map(app);
        app.Services.GetRequiredService<PeopleEndpoints>().Map(app);
#if HANGFIRE
        Jobs.HangfireEngine.MapHangfire(app);
#endif
        app.MapFallback("{**rest}", (HttpContext http) => http.RequestServices.GetRequiredService<Pages>().NothingAsync(http, "page"));
    }

    private static async Task MeasureAsync(HttpContext http, RequestDelegate next)
    {
        using var span = Signals.Page();
        http.Features.Set(span);
        await next(http);
    }

    /// <summary>A form that did not come from our own page is answered like a page that is not there (threat-model 5).</summary>
    private static async Task RefuseForgedAsync(HttpContext http, RequestDelegate next)
    {
        if (HttpMethods.IsPost(http.Request.Method)
            && http.GetEndpoint()?.Metadata.GetMetadata<NoFormAttribute>() is null
            && !await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http))
        {
            await http.RequestServices.GetRequiredService<Pages>().NothingAsync(http, "form");
            return;
        }

        await next(http);
    }
}

/// <summary>Marks an address that is posted to by machines, which have a secret of their own: the webhook.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NoFormAttribute : Attribute;
