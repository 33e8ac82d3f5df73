using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Coordination;
using Flette.Core.Families;
using Flette.Web.Access;
using Flette.Web.Data;

namespace Flette.Web.Features.Team;

/// <summary>A participant, opened.</summary>
public sealed record Participant(
    Guid Id,
    ParticipantDetails Details,
    Topic? Topic,
    IReadOnlyList<Guid> Concerns,
    bool Private,
    int Version
);

/// <summary>The participant is not there, or not for the one who asked.</summary>
public sealed record NoSuchParticipant : MemberRefusal;

/// <summary>
/// The team. That a service takes part is itself information of its topic, so a participant is an item like any other:
/// about the members it concerns, in the working notes until there is a plan.
/// </summary>
public static class Participants
{
    private const string Active = "active";

    /// <summary>Those the asker may see, by name.</summary>
    public static async Task<IReadOnlyList<Participant>> AllAsync(Pass pass, CancellationToken cancel)
    {
        var items = await Visible.ItemsAsync(pass, cancel, ItemKinds.Participant);
        return items
            .Where(i => i.Row.State == Active)
            .Select(i => new Participant(
                i.Row.Id,
                i.Open<ParticipantDetails>(),
                Topics.FromCode(i.Row.Topic),
                i.Row.About,
                i.Row.Private,
                i.Row.Version
            ))
            .OrderBy(p => p.Details.Name, Norwegian.Sorting)
            .ToList();
    }

    /// <summary>Writes a new participant.</summary>
    /// <param name="id">Given only by the demo's seed.</param>
    /// <param name="sharedAtHome">An adult's participant that the other adults of the household may see.</param>
    public static async Task<Result<Guid>> AddAsync(
        Write write,
        ParticipantDetails details,
        Topic? topic,
        IReadOnlyList<Guid> concerns,
        bool isPrivate = false,
        Guid? id = null,
        bool sharedAtHome = false
    )
    {
        ArgumentNullException.ThrowIfNull(write);
        return Check(write, details, concerns) is { } refusal
            ? refusal
            : await Items.InsertAsync(
                write,
                Head(write, topic, concerns, isPrivate) with
                {
                    Id = id ?? Guid.Empty,
                    SharedHome = sharedAtHome,
                },
                details
            );
    }

    /// <summary>Changes a participant. <see cref="ChangedMeanwhile"/> when <paramref name="version"/> is not the newest.</summary>
    public static async Task<Refusal?> ChangeAsync(
        Write write,
        Guid participant,
        int version,
        ParticipantDetails details,
        Topic? topic,
        IReadOnlyList<Guid> concerns,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(write);
        if (Check(write, details, concerns) is { } refusal)
        {
            return refusal;
        }
        var now = (await Visible.ItemsAsync(write.Pass, cancel, ItemKinds.Participant)).FirstOrDefault(i =>
            i.Row.Id == participant
        );
        if (now is null)
        {
            return new NoSuchParticipant();
        }
        var next = now.Row with { Topic = topic is { } t ? Rows.Code(t) : null, About = [.. concerns] };
        return await Items.ChangeAsync(write, next, version, "changed", details) ? null : new ChangedMeanwhile();
    }

    private static MemberRefusal? Check(Write write, ParticipantDetails details, IReadOnlyList<Guid> concerns)
    {
        ArgumentNullException.ThrowIfNull(details);
        return details switch
        {
            { Name: var n } when string.IsNullOrWhiteSpace(n) => new NameMissing(),
            { Name.Length: > MemberRules.LongestName } => new NameTooLong(),
            { Reach.Email: { } mail } when !MailAddresses.Possible(mail) => new EmailImpossible(),
            _ => concerns.All(c => write.Pass.Family!.Member(c) is not null) ? null : new CarrierUnknown(),
        };
    }

    private static ItemRow Head(Write write, Topic? topic, IReadOnlyList<Guid> concerns, bool isPrivate) =>
        new()
        {
            Kind = ItemKinds.Participant,
            Room = Rows.Code(write.Pass.Family!.Plan == PlanState.Open ? Room.Plan : Room.Work),
            Topic = topic is { } t ? Rows.Code(t) : null,
            About = [.. concerns],
            Private = isPrivate,
            State = Active,
        };
}
