namespace Kentongan.EndToEnd.Tests.Screenshots;

/// <summary>Gives the address out of the first line that starts so.</summary>
internal sealed class AddressInOutput(string start) : StringWriter
{
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<Uri> Address => _address.Task;

    public override Task WriteLineAsync(string? value)
    {
        if (value is not null && value.StartsWith(start, StringComparison.Ordinal))
        {
            _address.TrySetResult(new Uri(value[start.Length..].Split(' ')[0]));
        }

        return Task.CompletedTask;
    }
}
