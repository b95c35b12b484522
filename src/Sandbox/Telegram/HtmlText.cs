using System.Text;

namespace Kentongan.Sandbox.Telegram;

/// <summary>Reads parse_mode HTML as Telegram does: known tags, properly nested, four named character references.</summary>
internal ref struct HtmlText
{
    private readonly string _html;
    private readonly StringBuilder _text;
    private readonly List<TextEntity> _entities = [];
    private readonly Stack<OpenTag> _open = new();
    private int _at;

    private HtmlText(string html)
    {
        _html = html;
        _text = new StringBuilder(html.Length);
    }

    public static Refusal? Read(string html, out FormattedText text)
    {
        var reader = new HtmlText(html);
        var refusal = reader.ReadAll();
        text = refusal is null ? reader.Result() : FormattedText.Empty;
        return refusal;
    }

    private readonly FormattedText Result() =>
        new(_text.ToString(), [.. _entities.Where(e => e.Length > 0).OrderBy(e => e.Offset).ThenByDescending(e => e.Length)]);

    private Refusal? ReadAll()
    {
        while (_at < _html.Length)
        {
            var c = _html[_at];
            if (c == '&' && TryReference())
            {
                continue;
            }

            if (c != '<')
            {
                _text.Append(c);
                _at++;
                continue;
            }

            var refusal = _at + 1 < _html.Length && _html[_at + 1] == '/' ? EndTag() : StartTag();
            if (refusal is not null)
            {
                return refusal;
            }
        }

        return _open.TryPeek(out var left) ? Refusal.Parse($"Can't find end tag corresponding to start tag \"{left.Name}\"") : null;
    }

    private bool TryReference()
    {
        if (HtmlTags.Reference(_html.AsSpan(_at), out var length) is not { } rune)
        {
            return false;
        }

        _text.Append(rune);
        _at += length;
        return true;
    }

    private Refusal? StartTag()
    {
        var begin = _at++;
        while (_at < _html.Length && !char.IsWhiteSpace(_html[_at]) && _html[_at] != '>')
        {
            _at++;
        }

        if (_at >= _html.Length)
        {
            return Refusal.Parse($"Unclosed start tag at byte offset {Bytes(begin)}");
        }

        var name = _html[(begin + 1).._at].ToLowerInvariant();
        if (HtmlTags.EntityType(name) is null)
        {
            return Refusal.Parse($"Unsupported start tag \"{name}\" at byte offset {Bytes(begin)}");
        }

        if (Attributes(name, begin, out var argument) is { } refusal)
        {
            return refusal;
        }

        if (name == "span" && argument != "tg-spoiler")
        {
            return Refusal.Parse($"Tag \"span\" must have class \"tg-spoiler\" at byte offset {Bytes(begin)}");
        }

        _open.Push(new OpenTag(name, argument, _text.Length));
        return null;
    }

    private Refusal? Attributes(string tag, int begin, out string? argument)
    {
        argument = null;
        while (true)
        {
            SkipSpace();
            if (_at >= _html.Length)
            {
                return Refusal.Parse($"Unclosed start tag at byte offset {Bytes(begin)}");
            }

            if (_html[_at] == '>')
            {
                _at++;
                return null;
            }

            var start = _at;
            while (_at < _html.Length && !char.IsWhiteSpace(_html[_at]) && _html[_at] is not ('=' or '>'))
            {
                _at++;
            }

            var name = _html[start.._at].ToLowerInvariant();
            if (name.Length == 0)
            {
                return Refusal.Parse($"Empty attribute name in the tag \"{tag}\" at byte offset {Bytes(begin)}");
            }

            SkipSpace();
            if (_at >= _html.Length || _html[_at] != '=')
            {
                if (tag == "blockquote" && name == "expandable")
                {
                    argument = name;
                    continue;
                }

                return Refusal.Parse(
                    $"Expected equal sign in declaration of an attribute of the tag \"{tag}\" at byte offset {Bytes(begin)}");
            }

            _at++;
            SkipSpace();
            if (Value() is not { } value)
            {
                return Refusal.Parse($"Unclosed start tag at byte offset {Bytes(begin)}");
            }

            argument = (tag, name) switch
            {
                ("a", "href") or ("span", "class") or ("tg-emoji", "emoji-id") => value,
                ("code", "class") when value.StartsWith("language-", StringComparison.Ordinal) => value["language-".Length..],
                _ => argument,
            };
        }
    }

    private string? Value()
    {
        if (_at >= _html.Length)
        {
            return null;
        }

        if (_html[_at] is not ('"' or '\''))
        {
            var start = _at;
            while (_at < _html.Length && !char.IsWhiteSpace(_html[_at]) && _html[_at] != '>')
            {
                _at++;
            }

            return _html[start.._at].ToLowerInvariant();
        }

        var end = _html.IndexOf(_html[_at], _at + 1);
        if (end < 0)
        {
            return null;
        }

        var inner = new HtmlText(_html[(_at + 1)..end].Replace("<", "&lt;", StringComparison.Ordinal));
        _at = end + 1;
        return inner.ReadAll() is null ? inner._text.ToString() : null;
    }

    private Refusal? EndTag()
    {
        var begin = _at;
        if (!_open.TryPop(out var open))
        {
            return Refusal.Parse($"Unexpected end tag at byte offset {Bytes(begin)}");
        }

        var end = _html.IndexOf('>', begin);
        var name = end < 0 ? "" : _html[(begin + 2)..end].TrimEnd().ToLowerInvariant();
        if (end < 0)
        {
            return Refusal.Parse($"Unclosed end tag at byte offset {Bytes(begin)}");
        }

        if (name.Length > 0 && name != open.Name)
        {
            return Refusal.Parse($"Unmatched end tag at byte offset {Bytes(begin)}, expected \"</{open.Name}>\", found \"</{name}>\"");
        }

        _at = end + 1;
        Close(open);
        return null;
    }

    private readonly void Close(OpenTag open)
    {
        var length = _text.Length - open.Offset;
        var last = _entities.Count > 0 ? _entities[^1] : null;
        if (open.Name == "pre" && last is { Type: "code" } && last.Offset == open.Offset && last.Length == length)
        {
            _entities[^1] = last with { Type = "pre" };
            return;
        }

        var type = open is { Name: "blockquote", Argument: "expandable" } ? "expandable_blockquote" : HtmlTags.EntityType(open.Name)!;
        var url = type == "text_link" ? open.Argument ?? _text.ToString(open.Offset, length) : null;
        var language = type == "code" && _open.TryPeek(out var outer) && outer.Name == "pre" ? open.Argument : null;
        _entities.Add(new TextEntity(type, open.Offset, length, url, language));
    }

    private void SkipSpace()
    {
        while (_at < _html.Length && char.IsWhiteSpace(_html[_at]))
        {
            _at++;
        }
    }

    private readonly int Bytes(int position) => Encoding.UTF8.GetByteCount(_html.AsSpan(0, position));

    private readonly record struct OpenTag(string Name, string? Argument, int Offset);
}
