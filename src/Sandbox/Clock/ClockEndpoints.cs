using Kentongan.Sandbox.Telegram;

namespace Kentongan.Sandbox;

/// <summary><c>/sandbox/clock</c>: read it, move it.</summary>
internal static class ClockEndpoints
{
    private static readonly TimeOnly DigestTime = new(7, 0);

    public static void Map(IEndpointRouteBuilder app, SandboxClock clock, Changes changes)
    {
        app.MapGet("/sandbox/clock", () => Read(clock));
        app.MapPost("/sandbox/clock", (ClockMove move) =>
        {
            if (!Move(clock, move))
            {
                return Results.BadRequest(new Problem("Give advanceSeconds (at least 0), or to: tomorrow-digest or now."));
            }

            changes.Publish(new Change.ClockMoved());
            return Results.Ok(Read(clock));
        });
    }

    public static ClockReading Read(SandboxClock clock)
    {
        var now = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), SandboxClock.Wib);
        return new ClockReading(now, "WIB", Math.Round(clock.Offset.TotalSeconds));
    }

    private static bool Move(SandboxClock clock, ClockMove move)
    {
        switch (move)
        {
            case { To: "tomorrow-digest" }:
                clock.Advance(clock.Next(DigestTime, SandboxClock.Wib) - clock.GetUtcNow());
                return true;
            case { To: "now" }:
                clock.Reset();
                return true;
            case { To: null, AdvanceSeconds: >= 0 and <= 31_536_000 and var seconds }:
                clock.Advance(TimeSpan.FromSeconds(seconds));
                return true;
            default:
                return false;
        }
    }
}

internal sealed record ClockMove(double? AdvanceSeconds, string? To);

internal sealed record ClockReading(DateTimeOffset Now, string Zone, double OffsetSeconds);

/// <summary>Why the sandbox did not do it.</summary>
internal sealed record Problem(string Error);
