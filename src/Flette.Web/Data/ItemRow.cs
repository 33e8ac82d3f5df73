using Flette.Core.Access;
using Flette.Web.Vault;

namespace Flette.Web.Data;

/// <summary>An item as it lies in the database: everything in the clear, and the sealed body.</summary>
public sealed record ItemRow
{
    public Guid Id { get; init; }
    public Guid Family { get; init; }
    public string Kind { get; init; } = "";
    public string Room { get; init; } = "";
    public string? Topic { get; init; }
    public Guid[] About { get; init; } = [];
    public Guid? Owner { get; init; }
    public Guid[] Holders { get; init; } = [];

    /// <summary>Named later: they hold it after saying yes.</summary>
    public Guid[] Asked { get; init; } = [];
    public bool Private { get; init; }
    public bool SharedHome { get; init; }
    public Guid? Parent { get; init; }

    /// <summary>The plans it stands in. None: it hangs on the family, or stands in the working notes.</summary>
    public Guid[] Plans { get; init; } = [];

    /// <summary>The plans it was said for; null is whichever take in those it is about.</summary>
    public Guid[]? Meant { get; init; }

    /// <summary>Whether it stands in any plan.</summary>
    public bool InPlan => Plans.Length > 0;
    public string State { get; init; } = "";
    public DateOnly? Day { get; init; }
    public int Seq { get; init; }
    public int Version { get; init; }
    public string Change { get; init; } = "";
    public int? Restored { get; init; }
    public string ByKind { get; init; } = "";
    public Guid ById { get; init; }
    public Guid? OnBehalf { get; init; }
    public DateTimeOffset At { get; init; }
    public Guid KeyOwner { get; init; }
    public Sealed Body { get; init; }

    /// <summary>What a decision rests on.</summary>
    public ItemFacts ToFacts() =>
        new(
            Rows.FromCode<Room>(Room),
            About,
            Private,
            SharedHome,
            [.. Holders, .. Asked],
            Owner,
            Id,
            Kind == ItemKinds.Participant ? null : Plans
        );
}

/// <summary>Kinds of items. Each has its body record beside the screen that writes it.</summary>
public static class ItemKinds
{
    public const string Meeting = "meeting";
    public const string Minutes = "minutes";
    public const string Line = "line";
    public const string AgendaPoint = "agenda-point";
    public const string MeetingWishes = "meeting-wishes";
    public const string PublishedLine = "published-line";
    public const string Publication = "publication";
    public const string Remark = "remark";
    public const string Agreement = "agreement";
    public const string Participant = "participant";
    public const string ContactLog = "contact-log";
    public const string WhatMatters = "what-matters";
    public const string Resource = "resource";
    public const string Need = "need";
    public const string Contribution = "contribution";
    public const string Goal = "goal";
    public const string GoalScore = "goal-score";
    public const string Measure = "measure";
    public const string ChildsPart = "childs-part";
    public const string Letter = "letter";
    public const string Attachment = "attachment";
    public const string Helps = "helps";
    public const string NothingYet = "nothing-yet";
    public const string ReminderWish = "reminder-wish";
    public const string MeetingRhythm = "meeting-rhythm";
    public const string MeetingSuggestion = "meeting-suggestion";
    public const string MeetingWish = "meeting-wish";
    public const string MeetingSeason = "meeting-season";
    public const string FagYes = "fag-yes";
    public const string FagTold = "fag-told";
    public const string LeadRequest = "lead-request";
    public const string Transition = "transition";
    public const string Message = "message";

    /// <summary>What one person says to an invitation; its parent is the meeting.</summary>
    public const string Reply = "reply";

    /// <summary>What one person says before a meeting; its parent is the meeting.</summary>
    public const string Input = "input";
}
