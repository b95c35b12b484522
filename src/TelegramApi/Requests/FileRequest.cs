using System.Net.Http.Headers;
using System.Text.Json;
using Telegram.Bot.Types;

namespace Telegram.Bot.Requests;

/// <summary>A call that can carry files: plain JSON while they are at Telegram already, a form as soon as one is uploaded.</summary>
internal abstract class FileRequest<TResponse>(string methodName) : RequestBase<TResponse>(methodName), ICarriesStreams
{
    private readonly List<Attachment> _attachments = [];

    public override HttpContent ToHttpContent() => _attachments.Count == 0 ? base.ToHttpContent() : ToForm();

    public bool TryRewind()
    {
        if (_attachments.Any(attachment => !attachment.File.Content.CanSeek))
        {
            return false;
        }

        _attachments.ForEach(attachment => attachment.File.Content.Position = attachment.Start);
        return true;
    }

    /// <returns>What stands for the file in the body.</returns>
    public string Attach(InputFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        switch (file)
        {
            case InputFileId { Id: var id }:
                return id;
            case InputFileUrl { Url: var url }:
                return url.AbsoluteUri;
            default:
                var stream = (InputFileStream)file;
                var name = $"file{_attachments.Count}";
                _attachments.Add(new(name, stream, stream.Content.CanSeek ? stream.Content.Position : 0));
                return $"attach://{name}";
        }
    }

    private MultipartFormDataContent ToForm()
    {
        var form = new MultipartFormDataContent();
        using var body = JsonDocument.Parse(ToUtf8());
        foreach (var field in body.RootElement.EnumerateObject())
        {
            // Text as it is, everything else as JSON: that is what GetString and GetRawText make of it.
            var value = field.Value.ValueKind == JsonValueKind.String ? field.Value.GetString()! : field.Value.GetRawText();
            var part = new StringContent(value);
            part.Headers.ContentType = null;
            form.Add(part, Quoted(field.Name));
        }

        foreach (var (name, file, _) in _attachments)
        {
            // Never disposed, so that the stream stays the caller's; there is nothing else in it to release.
            var part = new StreamContent(file.Content);
            part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            form.Add(part, Quoted(name), Quoted(SafeName(file.FileName)));
        }

        return form;
    }

    private static string Quoted(string value) => $"\"{value}\"";

    /// <summary>A name that cannot break out of its header.</summary>
    private static string SafeName(string? name) =>
        string.IsNullOrEmpty(name)
            ? "file"
            : string.Create(name.Length, name, static (safe, given) =>
            {
                for (var i = 0; i < given.Length; i++)
                {
                    safe[i] = char.IsAsciiLetterOrDigit(given[i]) || given[i] is '.' or '-' or '_' ? given[i] : '_';
                }
            });

    private sealed record Attachment(string Name, InputFileStream File, long Start);
}

/// <summary>A request that can be sent again only if its streams can be read again.</summary>
internal interface ICarriesStreams
{
    bool TryRewind();
}
