namespace Kentongan.Triage.Outbox;

/// <summary>
/// Tells the sender of this process what was just committed, so that nobody waits for a sweep. Where no sender listens (another
/// process holds it), the rows stay in the store and its sweep finds them.
/// </summary>
public sealed class OutboxSignal
{
    private volatile Action<OutboxRow>? _listener;

    public void Listen(Action<OutboxRow>? listener) => _listener = listener;

    public void Committed(OutboxRow row) => _listener?.Invoke(row);
}
