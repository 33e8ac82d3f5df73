namespace Flette.Core.Meetings.Attaching;

/// <summary>
/// What is said of a document that is attached to a meeting. It is sealed with the key of those it is about, and with it the key of
/// the document's own bytes: when the first is destroyed, nobody opens the second.
/// </summary>
/// <param name="Name">What it is called, as <see cref="FileName.Of"/> makes it.</param>
/// <param name="Media">Its type by content, <see cref="MediaType"/>.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Chunks">In how many sealed pieces it lies: at least one.</param>
/// <param name="Sha256">Of all its bytes.</param>
/// <param name="Key">Opens its pieces; 32 bytes.</param>
public sealed record AttachmentDetails(string Name, string Media, long Size, int Chunks, byte[] Sha256, byte[] Key);
