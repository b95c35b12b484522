using Kentongan.Sandbox.Telegram;

namespace Kentongan.Sandbox.Phones;

/// <summary><c>/sandbox/faults</c>: plan an outage, look at what is planned, end it.</summary>
internal static class FaultEndpoints
{
    public static void Map(IEndpointRouteBuilder app, Faults faults, TimeProvider clock)
    {
        app.MapGet("/sandbox/faults", () => JsonResult.List(faults.Planned, (json, fault) =>
        {
            json.WriteStartObject();
            json.WriteString("kind", Name(fault.Kind));
            json.WriteString("method", fault.Method);
            if (fault.Times is { } times)
            {
                json.WriteNumber("count", times);
            }

            if (fault.Until is { } until)
            {
                json.WriteString("until", until);
            }

            json.WriteEndObject();
        }));
        app.MapDelete("/sandbox/faults", () =>
        {
            faults.Clear();
            return Results.NoContent();
        });
        app.MapPost("/sandbox/faults", (NewFault asked) =>
        {
            if (Read(asked, clock) is not { } fault)
            {
                return Results.BadRequest(new Problem("kind is one of down, 429, 500, timeout, malformed, slow, lost."));
            }

            faults.Plan(fault);
            return Results.NoContent();
        });
    }

    /// <summary>Without count and seconds a fault meets one call; <c>slow</c> with a count takes seconds as the delay.</summary>
    private static Fault? Read(NewFault asked, TimeProvider clock)
    {
        if (Kind(asked.Kind) is not { } kind)
        {
            return null;
        }

        var seconds = TimeSpan.FromSeconds(Math.Clamp(asked.Seconds ?? 0, 0, 86_400));
        var delays = kind == FaultKind.Slow;
        var lasts = seconds > TimeSpan.Zero && !delays && asked.Count is null;
        var wait = delays ? (seconds > TimeSpan.Zero ? seconds : TimeSpan.FromSeconds(3)) : TimeSpan.FromSeconds(asked.RetryAfter ?? 3);
        return new Fault(
            kind,
            asked.Method?.ToLowerInvariant(),
            lasts ? null : Math.Max(1, asked.Count ?? 1),
            lasts ? clock.GetUtcNow() + seconds : null,
            wait);
    }

    private static FaultKind? Kind(string? name) => name switch
    {
        "down" => FaultKind.Down,
        "429" => FaultKind.TooMany,
        "500" => FaultKind.Broken,
        "timeout" => FaultKind.Timeout,
        "malformed" => FaultKind.Malformed,
        "slow" => FaultKind.Slow,
        "lost" => FaultKind.Lost,
        _ => null,
    };

    private static string Name(FaultKind kind) => kind switch
    {
        FaultKind.TooMany => "429",
        FaultKind.Broken => "500",
        FaultKind.Down => "down",
        FaultKind.Timeout => "timeout",
        FaultKind.Malformed => "malformed",
        FaultKind.Slow => "slow",
        _ => "lost",
    };
}
