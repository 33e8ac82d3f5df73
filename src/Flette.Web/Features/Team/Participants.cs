using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Coordination;
using Flette.Core.Families;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Consents;
using Flette.Web.Features.Invitations.Asked;
using Flette.Web.Features.Links;

namespace Flette.Web.Features.Team;

/// <summary>A participant, opened.</summary>
/// <param name="Ended">Whether the participation has ended: then <see cref="ParticipantDetails.Until"/> says when.</param>
public sealed record Participant(
    Guid Id,
    Guid Family,
    ParticipantDetails Details,
    Topic? Topic,
    IReadOnlyList<Guid> Concerns,
    bool Private,
    bool Ended,
    int Version
);

/// <summary>The participant is not there, or not for the one who asked.</summary>
public sealed record NoSuchParticipant : MemberRefusal;

/// <summary>The last day is before the first.</summary>
public sealed record ParticipationImpossible : MemberRefusal;

/// <summary>
/// The team. That a service takes part is itself information of its topic, so a participant is an item like any other:
/// about the members it concerns, in the working notes until there is a plan.
/// </summary>
public static class Participants
{
    private const string Active = "active";

    /// <summary>State when she is not with any more.</summary>
    public const string Ended = "ended";

    /// <summary>Those who take part and the asker may see, by name.</summary>
    public static async Task<IReadOnlyList<Participant>> AllAsync(Pass pass, CancellationToken cancel) =>
        (await EverAsync(pass, cancel)).Where(p => !p.Ended).ToList();

    /// <summary>The same, with those whose participation has ended.</summary>
    public static async Task<IReadOnlyList<Participant>> EverAsync(Pass pass, CancellationToken cancel) =>
        ByName(await Visible.ItemsAsync(pass, cancel, ItemKinds.Participant));

    /// <summary>Those who take part in several families the asker holds, as seen by <paramref name="act"/>, in one round trip.</summary>
    public static async Task<IReadOnlyList<Participant>> AllAsync(
        Pass pass,
        Act act,
        IReadOnlyList<FamilyFacts> families,
        CancellationToken cancel
    ) =>
        ByName(await Visible.ItemsAsync(pass, act, families, [ItemKinds.Participant], cancel))
            .Where(p => !p.Ended)
            .ToList();

    /// <summary>Opens those who were loaded with others: by name, with those whose participation has ended.</summary>
    public static IReadOnlyList<Participant> Among(IEnumerable<Seen> items) =>
        ByName(items.Where(i => i.Row.Kind == ItemKinds.Participant));

    private static List<Participant> ByName(IEnumerable<Seen> items) =>
        items.Select(Open).OrderBy(p => p.Details.Name, Norwegian.Sorting).ToList();

    /// <summary>Opens a participant.</summary>
    public static Participant Open(Seen seen)
    {
        ArgumentNullException.ThrowIfNull(seen);
        var details = seen.Open<ParticipantDetails>();
        return new(
            seen.Row.Id,
            seen.Row.Family,
            details with
            {
                Reach = details.Reach with { SmsLeaves = seen.SmsLeaves },
            },
            Topics.FromCode(seen.Row.Topic),
            seen.Row.About,
            seen.Row.Private,
            seen.Row.State == Ended,
            seen.Row.Version
        );
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
                (await PlanBook.ScopeAsync(write)).Put(Head(topic, concerns, isPrivate)) with
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
        if (await FindAsync(write, participant, cancel) is not { } now)
        {
            return new NoSuchParticipant();
        }
        var scope = await PlanBook.ScopeAsync(write);
        var next = scope.Put(now.Row with { Topic = topic is { } t ? Rows.Code(t) : null, About = [.. concerns] });
        return await Items.ChangeAsync(write, next, version, "changed", details) ? null : new ChangedMeanwhile();
    }

    /// <summary>
    /// Ends a participation, or moves the last day of one that has ended: no reason is asked for. What she was part of stays, and
    /// what is the same as before gets no version.
    /// </summary>
    public static async Task<Refusal?> EndAsync(
        Write write,
        Guid participant,
        int version,
        DateOnly last,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(write);
        if (await FindAsync(write, participant, cancel) is not { } now)
        {
            return new NoSuchParticipant();
        }
        var details = now.Open<ParticipantDetails>();
        if (last < details.Since)
        {
            return new ParticipationImpossible();
        }
        if (now.Row.State == Ended && details.Until == last)
        {
            return null;
        }
        if (
            !await Items.ChangeAsync(
                write,
                now.Row with
                {
                    State = Ended,
                },
                version,
                "ended",
                details with
                {
                    Until = last,
                }
            )
        )
        {
            return new ChangedMeanwhile();
        }
        await LinkBook.RevokeOfPersonAsync(write, participant);
        await Inviter.CancelOfPersonAsync(
            write,
            new Addressee(
                participant,
                details.Name,
                details.FirstName,
                Open(now).Details.Reach.SentTo ?? details.Reach.Email,
                null
            )
        );
        return null;
    }

    /// <summary>Takes the end back: a new version in which she takes part.</summary>
    public static async Task<Refusal?> ResumeAsync(Write write, Guid participant, int version, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(write);
        if (await FindAsync(write, participant, cancel) is not { } now)
        {
            return new NoSuchParticipant();
        }
        var details = now.Open<ParticipantDetails>() with { Until = null };
        return await Items.ChangeAsync(write, now.Row with { State = Active }, version, "undone", details)
            ? null
            : new ChangedMeanwhile();
    }

    private static async Task<Seen?> FindAsync(Write write, Guid participant, CancellationToken cancel) =>
        (await Visible.ItemsAsync(write.Pass, cancel, ItemKinds.Participant)).FirstOrDefault(i =>
            i.Row.Id == participant
        );

    private static MemberRefusal? Check(Write write, ParticipantDetails details, IReadOnlyList<Guid> concerns)
    {
        return ParticipantRules.Check(details) is { } refusal ? refusal
            : concerns.All(c => write.Pass.Family!.Member(c) is not null) ? null
            : new CarrierUnknown();
    }

    private static ItemRow Head(Topic? topic, IReadOnlyList<Guid> concerns, bool isPrivate) =>
        new()
        {
            Kind = ItemKinds.Participant,
            Topic = topic is { } t ? Rows.Code(t) : null,
            About = [.. concerns],
            Private = isPrivate,
            State = Active,
        };
}
