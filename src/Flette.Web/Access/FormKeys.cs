namespace Flette.Web.Access;

/// <summary>The key every form of ours carries: it makes a post one effect, however often it is sent.</summary>
public static class FormKeys
{
    /// <summary>The field's name.</summary>
    public const string Field = "FormKey";

    /// <summary>
    /// Whether a post carries one. The empty one is none: all who sent it would share it, and the second would be taken for the
    /// first.
    /// </summary>
    public static bool CameWith(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.HasFormContentType && request.Form[Field] is [var one] && IsKey(one);
    }

    /// <summary>Whether this is a form key.</summary>
    public static bool IsKey(string? text) => Guid.TryParse(text, out var key) && key != Guid.Empty;
}
