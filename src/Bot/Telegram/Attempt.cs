using Kentongan.Bot.Delivery;
using Telegram.Bot.Exceptions;

namespace Kentongan.Bot.Telegram;

/// <summary>One call, and what Telegram's answer means for whoever wanted it.</summary>
internal static class Attempt
{
    public static Task<Delivered> AtAsync(Func<Task> call) => AtAsync(async () =>
    {
        await call();
        return null;
    });

    /// <param name="call">Returns the message that stands now; null for none.</param>
    public static async Task<Delivered> AtAsync(Func<Task<int?>> call)
    {
        try
        {
            return new Delivered.Sent(await call());
        }
        catch (ApiRequestException refused)
        {
            return refused switch
            {
                { ErrorCode: 429 } => new Delivered.Throttled(TimeSpan.FromSeconds(refused.Parameters?.RetryAfter ?? 1)),
                { ErrorCode: 403 } => new Delivered.Blocked(),
                { ErrorCode: 400 } when refused.Message.Contains("not modified", StringComparison.OrdinalIgnoreCase) => new Delivered.Sent(null),
                { ErrorCode: 400 } when refused.Message.Contains("chat not found", StringComparison.OrdinalIgnoreCase) => new Delivered.Blocked(),
                { ErrorCode: 401 or 404 or >= 500 } => new Delivered.Away(),
                _ => new Delivered.Rejected(refused.ErrorCode),
            };
        }
        catch (RequestException)
        {
            return new Delivered.Away();
        }
    }
}
