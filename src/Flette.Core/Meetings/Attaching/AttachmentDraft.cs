using Flette.Core.Access;
using Flette.Core.Consents;
using Flette.Core.Families;

namespace Flette.Core.Meetings.Attaching;

/// <summary>Why a document is not attached, or what is said of it not changed.</summary>
public abstract record AttachmentRefusal : Refusal;

/// <summary>No file came, or there was nothing in it.</summary>
public sealed record FileMissing : AttachmentRefusal;

/// <summary>More bytes than a file may have.</summary>
/// <param name="Most">Bytes.</param>
/// <param name="IsPhoto">Whether it is the limit of pictures that was met.</param>
public sealed record FileTooLarge(long Most, bool IsPhoto) : AttachmentRefusal;

/// <summary>Somebody it should be about is not in the family.</summary>
public sealed record AttachmentAboutUnknown : AttachmentRefusal;

/// <summary>What is shared must say whom it is about: the rules decide by that who reads it.</summary>
public sealed record SharedAboutNobody : AttachmentRefusal;

/// <summary>Nothing is shared before there is a plan, or after the yes to it was withdrawn.</summary>
public sealed record NothingToShareIn : AttachmentRefusal;

/// <summary>The attachment is not there, was taken away, or is not for the one who asks.</summary>
public sealed record NoSuchAttachment : AttachmentRefusal;

/// <summary>What is said of an attachment.</summary>
/// <param name="Name">What it is called; empty where the file's own name is to stand.</param>
/// <param name="About">Whom it is about; nobody: the meeting as such.</param>
/// <param name="Topic">On what.</param>
/// <param name="Shared">Whether it stands in the plan, for those it is about by the rules; else in the working notes.</param>
public sealed record AttachmentDraft(string? Name, IReadOnlyList<Guid> About, Topic? Topic, bool Shared)
{
    /// <summary>Most bytes of a document.</summary>
    public const int LargestDocument = 25 * 1024 * 1024;

    /// <summary>Most bytes of a picture.</summary>
    public const int LargestPhoto = 10 * 1024 * 1024;

    /// <summary>Why it may not stand like this, or null.</summary>
    public AttachmentRefusal? Check(FamilyFacts family)
    {
        ArgumentNullException.ThrowIfNull(family);
        return About.Any(a => family.Member(a) is null) ? new AttachmentAboutUnknown()
            : !Shared ? null
            : PlanPlaces.StateOf(family.Plans, About, PlanPlaces.Standing(family.Plans, About, null, []))
            != PlanState.Open
                ? new NothingToShareIn()
            : About.Count == 0 ? new SharedAboutNobody()
            : null;
    }

    /// <summary>Why a file is not taken, or null.</summary>
    /// <param name="size">Bytes that came.</param>
    /// <param name="media">Its type by content; null where there were too many bytes to keep it.</param>
    public static AttachmentRefusal? CheckFile(long size, string? media) =>
        size == 0 ? new FileMissing()
        : MediaType.IsPhoto(media) && size > LargestPhoto ? new FileTooLarge(LargestPhoto, IsPhoto: true)
        : size > LargestDocument ? new FileTooLarge(LargestDocument, IsPhoto: false)
        : null;
}
