using Flette.Core.Words;

namespace Flette.Web.Features.Meetings.Attaching;

/// <summary>Documents of a meeting as a member is shown them.</summary>
public sealed record OwnFiles(IReadOnlyList<Attachment> Files, Tongue Tongue);
