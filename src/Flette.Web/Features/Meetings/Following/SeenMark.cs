using System.Buffers.Text;
using System.Security.Cryptography;
using Flette.Web.Data;

namespace Flette.Web.Features.Meetings.Following;

/// <summary>
/// What a page has seen of a meeting: a hash of which versions stand, of the meeting itself, and of each line and answer the reader may see. A
/// change of any of them is another mark, and nothing is said of what she may not see.
/// </summary>
public static class SeenMark
{
    private const int Bytes = 12;

    /// <summary>Kinds a page that follows is made of.</summary>
    public static readonly string[] Kinds = [ItemKinds.Meeting, ItemKinds.Line, ItemKinds.Reply];

    /// <summary>The mark of a meeting.</summary>
    /// <param name="rows">Rows the reader may see, of the meeting and others.</param>
    public static string Of(IEnumerable<ItemRow> rows, Guid meeting)
    {
        ArgumentNullException.ThrowIfNull(rows);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (
            var row in rows.Where(r => Kinds.Contains(r.Kind) && (r.Id == meeting || r.Parent == meeting))
                .OrderBy(r => r.Id)
        )
        {
            hash.AppendData(row.Id.ToByteArray());
            hash.AppendData(BitConverter.GetBytes(row.Version));
        }
        return Base64Url.EncodeToString(hash.GetHashAndReset().AsSpan(0, Bytes));
    }
}
