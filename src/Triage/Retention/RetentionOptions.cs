using Kentongan.Domain.Reports;
using Microsoft.Extensions.Configuration;

namespace Kentongan.Triage.Retention;

/// <summary>The <c>Retention</c> section: how long what a resident told is kept once the case has ended.</summary>
public sealed class RetentionOptions
{
    public const string Section = "Retention";

    /// <summary>Story, evidence, messages and reasons are shredded so long after the end; numbers stay.</summary>
    public TimeSpan Content { get; set; } = TimeSpan.FromDays(365);

    /// <summary>So long after the end a resident and an officer may still write to each other (policy 5.8).</summary>
    public TimeSpan Channel { get; set; } = TimeSpan.FromDays(90);

    /// <exception cref="StartRefusedException">A time is no time, or too short.</exception>
    public static RetentionOptions Read(IConfiguration configuration)
    {
        RetentionOptions options;
        try
        {
            options = configuration.GetSection(Section).Get<RetentionOptions>() ?? new RetentionOptions();
        }
        catch (InvalidOperationException)
        {
            throw new StartRefusedException("Retention:Content and Retention:Channel are written in days, such as 365.00:00:00.");
        }

        if (options.Channel < Report.ReopeningWindow)
        {
            throw new StartRefusedException($"Retention:Channel must be at least {Report.ReopeningWindow.TotalDays:0} days: so long a resident may object.");
        }

        return options.Content >= options.Channel
            ? options
            : throw new StartRefusedException("Retention:Content must not be shorter than Retention:Channel: nobody can write to a report that is shredded.");
    }
}
