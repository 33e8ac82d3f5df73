using Flette.Core.Access;
using Flette.Core.Meetings.Attaching;

namespace Flette.Web.Features.Meetings.Attaching;

/// <summary>What is typed about an attachment.</summary>
public sealed class AttachInput
{
    public string? Name { get; set; }

    public List<Guid> About { get; set; } = [];

    public Topic? Topic { get; set; }

    public bool Shared { get; set; }

    /// <summary>As it is to stand.</summary>
    public AttachmentDraft Draft => new(Name, About.Distinct().ToList(), Topic, Shared);

    /// <summary>A form filled with one as it stands.</summary>
    public static AttachInput Of(Attachment attachment)
    {
        ArgumentNullException.ThrowIfNull(attachment);
        return new AttachInput
        {
            Name = attachment.Details.Name,
            About = [.. attachment.About],
            Topic = attachment.Topic,
            Shared = attachment.Shared,
        };
    }
}
