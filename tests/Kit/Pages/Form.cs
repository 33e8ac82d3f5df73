using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Flette.Kit;

/// <summary>
/// A form as it stands on a page, with the button one is about to press. Sends what a browser would: hidden fields,
/// what is filled in, what is ticked, line breaks as CR LF.
/// </summary>
public sealed class Form
{
    private readonly Page _page;
    private readonly IElement _button;
    private readonly IHtmlFormElement _form;
    private readonly Dictionary<string, List<(string Name, byte[] Bytes, string Media)>> _files = new(
        StringComparer.Ordinal
    );
    private readonly List<(string Name, string? Value)> _set = [];

    internal Form(Page page, IElement button)
    {
        _page = page;
        _button = button;
        _form =
            (button as IHtmlButtonElement)?.Form
            ?? (button as IHtmlInputElement)?.Form
            ?? throw new PageException($"the button «{PageWords.Name(button)}» belongs to no form", page);
    }

    /// <summary>Labels of the fields one can fill in.</summary>
    public IEnumerable<string> Labels => Fields().Select(f => PageWords.Labels(f).FirstOrDefault() ?? "");

    /// <summary>What a field holds, by its label.</summary>
    public string Value(string label) => Read(Field(label));

    /// <summary>A field's value by the name it is sent under.</summary>
    public string? Hidden(string name) => Sent().FirstOrDefault(f => f.Name == name).Value;

    /// <summary>Types in a field, or chooses in a list by what the choice says.</summary>
    public Form Fill(string label, string value)
    {
        switch (Field(label))
        {
            case IHtmlTextAreaElement area:
                area.Value = value;
                break;
            case IHtmlSelectElement select:
                Pick(select, value);
                break;
            case IHtmlInputElement input:
                input.Value = value;
                break;
        }
        return this;
    }

    /// <summary>Types a day in a date field.</summary>
    public Form Fill(string label, DateOnly day) =>
        Fill(label, day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Chooses one of a group of radio buttons, or an item of a list.</summary>
    public Form Choose(string group, string choice)
    {
        if (Fields().OfType<IHtmlSelectElement>().FirstOrDefault(s => Labelled(s, group)) is { } select)
        {
            Pick(select, choice);
            return this;
        }
        var chosen = Box(choice, group);
        foreach (
            var other in Fields().OfType<IHtmlInputElement>().Where(i => i.Type == "radio" && i.Name == chosen.Name)
        )
        {
            other.IsChecked = ReferenceEquals(other, chosen);
        }
        return this;
    }

    /// <summary>Ticks a box, or takes the tick away.</summary>
    public Form Tick(string label, bool on = true, string? group = null)
    {
        Box(label, group).IsChecked = on;
        return this;
    }

    /// <summary>Types in every field for words, ticks every box, and takes the first choice where none is taken.</summary>
    /// <param name="words">What to type in a field of a type: text, email, tel …; null leaves it.</param>
    /// <returns>How many fields were typed in.</returns>
    public int FillAll(Func<string, string?> words)
    {
        var typed = 0;
        foreach (var field in Fields())
        {
            switch (field)
            {
                case IHtmlTextAreaElement area when words("textarea") is { } text:
                    (area.Value, typed) = (text, typed + 1);
                    break;
                case IHtmlInputElement { Type: "checkbox" } box:
                    box.IsChecked = true;
                    break;
                case IHtmlInputElement { Type: "radio" } radio:
                    radio.IsChecked |= !Fields()
                        .OfType<IHtmlInputElement>()
                        .Any(i => i.Type == "radio" && i.Name == radio.Name && i.IsChecked);
                    break;
                case IHtmlInputElement { Type: not "file" } input when words(input.Type) is { } text:
                    (input.Value, typed) = (text, typed + 1);
                    break;
            }
        }
        return typed;
    }

    /// <summary>Attaches a file.</summary>
    public Form Attach(string label, string fileName, byte[] bytes, string media = "application/octet-stream")
    {
        var name = ((IHtmlInputElement)Field(label)).Name!;
        if (!_files.TryGetValue(name, out var files))
        {
            _files[name] = files = [];
        }
        files.Add((fileName, bytes, media));
        return this;
    }

    /// <summary>Sends another value than stands on the page, past what a browser would let one do; null sends nothing.</summary>
    public Form Set(string name, string? value)
    {
        _set.Add((name, value));
        return this;
    }

    /// <summary>Presses the button and follows where it leads.</summary>
    public Task<Page> PressAsync(HttpStatusCode expect = HttpStatusCode.OK) => _page.GoAsync(Request, expect);

    /// <summary>The request a press would send; a new one each time, for sending it twice or somewhere else.</summary>
    public HttpRequestMessage Request()
    {
        var method = _button.GetAttribute("formmethod") ?? _form.GetAttribute("method") ?? "get";
        var action = _button.GetAttribute("formaction") ?? _form.GetAttribute("action");
        var target = string.IsNullOrEmpty(action) ? _page.Address : new Uri(_page.Address, action);
        var fields = Sent().ToList();
        if (!string.Equals(method, "post", StringComparison.OrdinalIgnoreCase))
        {
            var query = string.Join(
                '&',
                fields.Select(f => $"{Uri.EscapeDataString(f.Name)}={Uri.EscapeDataString(f.Value)}")
            );
            return new HttpRequestMessage(HttpMethod.Get, new UriBuilder(target) { Query = query }.Uri);
        }
        return new HttpRequestMessage(HttpMethod.Post, target) { Content = Content(fields) };
    }

    /// <summary>Name and value of all that is sent, files aside.</summary>
    public IEnumerable<(string Name, string Value)> Sent()
    {
        var fields = _form
            .Elements.Where(e => !e.HasAttribute("disabled") && e.Closest("fieldset[disabled]") is null)
            .SelectMany(Of)
            .ToList();
        if (_button.GetAttribute("name") is { Length: > 0 } name)
        {
            fields.Add((name, _button.GetAttribute("value") ?? ""));
        }
        foreach (var (other, value) in _set)
        {
            fields.RemoveAll(f => f.Name == other);
            if (value is not null)
            {
                fields.Add((other, value));
            }
        }
        return fields.Select(f => (f.Name, f.Value.ReplaceLineEndings("\r\n")));
    }

    private HttpContent Content(List<(string Name, string Value)> fields)
    {
        var kind = _button.GetAttribute("formenctype") ?? _form.GetAttribute("enctype");
        if (kind != "multipart/form-data")
        {
            return new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        }
        var parts = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            parts.Add(new StringContent(value, Encoding.UTF8), $"\"{name}\"");
        }
        foreach (var input in Fields().OfType<IHtmlInputElement>().Where(i => i.Type == "file" && i.Name is not null))
        {
            // A browser sends an empty part for a field without a file.
            foreach (
                var (fileName, bytes, media) in _files.GetValueOrDefault(
                    input.Name!,
                    [("", [], "application/octet-stream")]
                )
            )
            {
                var part = new ByteArrayContent(bytes);
                part.Headers.ContentType = new MediaTypeHeaderValue(media);
                part.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data")
                {
                    Name = $"\"{input.Name}\"",
                    FileName = $"\"{fileName}\"",
                };
                parts.Add(part);
            }
        }
        return parts;
    }

    private static IEnumerable<(string Name, string Value)> Of(IElement element)
    {
        var name = element.GetAttribute("name");
        if (string.IsNullOrEmpty(name) || element is IHtmlButtonElement)
        {
            return [];
        }
        return element switch
        {
            IHtmlInputElement { Type: "submit" or "image" or "button" or "reset" or "file" } => [],
            IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } => [],
            IHtmlInputElement { Type: "checkbox" or "radio" } box => [(name, box.GetAttribute("value") ?? "on")],
            IHtmlSelectElement select => select
                .Options.Where(o => o.IsSelected && !o.IsDisabled)
                .Select(o => (name, o.Value)),
            _ => [(name, Read(element))],
        };
    }

    private static string Read(IElement element) =>
        element switch
        {
            IHtmlTextAreaElement area => area.Value,
            IHtmlSelectElement select => select.Value ?? "",
            IHtmlInputElement input => input.Value,
            _ => "",
        };

    private void Pick(IHtmlSelectElement select, string choice)
    {
        var option =
            select.Options.FirstOrDefault(o => PageWords.Text(o) == choice)
            ?? throw _page.Missing("choice", choice, 0, select.Options.Select(o => PageWords.Text(o)));
        foreach (var other in select.Options)
        {
            other.IsSelected = ReferenceEquals(other, option);
        }
    }

    private IElement Field(string label)
    {
        var found = Fields().Where(f => Labelled(f, label)).ToList();
        return found is [var one] ? one : throw _page.Missing("field", label, found.Count, Labels);
    }

    private IHtmlInputElement Box(string label, string? group)
    {
        var found = Fields()
            .OfType<IHtmlInputElement>()
            .Where(i => i.Type is "radio" or "checkbox" && Labelled(i, label))
            .Where(i => group is null || Groups(i).Any(g => PageWords.Is(g, group)))
            .ToList();
        return found is [var one] ? one : throw _page.Missing("box", $"{group} / {label}", found.Count, Labels);
    }

    private static IEnumerable<string> Groups(IElement element)
    {
        for (var at = element.ParentElement; at is not null; at = at.ParentElement)
        {
            if (at.LocalName == "fieldset" && at.QuerySelector("legend") is { } legend)
            {
                yield return PageWords.Text(legend);
            }
            if (at.GetAttribute("role") is "group" or "radiogroup" && at.GetAttribute("aria-label") is { } named)
            {
                yield return named;
            }
        }
    }

    private static bool Labelled(IElement field, string label) =>
        PageWords.Labels(field).Any(l => PageWords.Is(l, label));

    private IEnumerable<IElement> Fields() =>
        _form.Elements.Where(e =>
            e is IHtmlTextAreaElement or IHtmlSelectElement or IHtmlInputElement { Type: not ("hidden" or "submit") }
        );
}
