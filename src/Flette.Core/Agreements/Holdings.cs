namespace Flette.Core.Agreements;

/// <summary>Who has an agreement and where it stands, after one of those who have it has answered. Pure.</summary>
internal static class Holdings
{
    /// <summary>
    /// The agreement when one who had it cannot. The others keep it; it is declined when nobody is left who has it or is asked
    /// to take it.
    /// </summary>
    public static Holding LeftBy(Holding now, Guid by)
    {
        if (now.Holders.Count == 1 && Answering.Awaited(now.Asked, now.Details).Count == 0)
        {
            return now with { State = AgreementState.Declined };
        }
        var next = now.Details.Next?.Where(p => p != by).ToList();
        var after = now with
        {
            Holders = now.Holders.Where(p => p != by).ToList(),
            Asked = [.. now.Asked, by],
            Details = now.Details with { Next = next is { Count: > 0 } ? next : null },
        };
        // What is done does not begin again because one of several could not.
        return now.State == AgreementState.Done ? after : after with { State = StateNow(after) };
    }

    /// <summary>The agreement when one who was asked takes it.</summary>
    public static Holding TakenBy(Holding now, Guid by, DateOnly today)
    {
        if (!now.Asked.Contains(by))
        {
            return now;
        }
        now = WithoutThoseWhoCannot(now) with { Details = now.Details with { HeldSince = today } };
        var left = now.Asked.Where(p => p != by).ToList();
        if (now.Details.Next is { } next && next.Contains(by) && !left.Any(next.Contains))
        {
            return now with
            {
                Holders = [.. next],
                Asked = left,
                // Those who have it now were all asked by name.
                Details = now.Details with
                {
                    Next = null,
                    WordsOnly = null,
                    AskedSince = null,
                },
            };
        }
        return now with
        {
            Holders = [.. now.Holders.Union([by])],
            Asked = left,
            Details = now.Details with { AskedSince = left.Count == 0 ? null : now.Details.AskedSince },
        };
    }

    /// <summary>Where it stands after an answer of one who has it.</summary>
    public static AgreementState StateAfter(Holding now, AnswerKind kind) =>
        kind switch
        {
            AnswerKind.NeedsHelp => AgreementState.NeedsHelp,
            _ when now.State == AgreementState.NeedsHelp && Any(now, AnswerKind.NeedsHelp) => AgreementState.NeedsHelp,
            // Done when all say so, or when the coordinator had said so already.
            AnswerKind.Done when All(now, AnswerKind.Done) || now.State == AgreementState.Done => AgreementState.Done,
            AnswerKind.Done or AnswerKind.InProgress => AgreementState.InProgress,
            _ => IsBegun(now) ? AgreementState.InProgress : AgreementState.Open,
        };

    /// <summary>Where it stands when those who have it are others than before, or one of them has taken an answer back.</summary>
    public static AgreementState StateNow(Holding now) =>
        now.Holders.Count == 0 ? AgreementState.Open
        : All(now, AnswerKind.Done) ? AgreementState.Done
        : Any(now, AnswerKind.NeedsHelp) ? AgreementState.NeedsHelp
        : IsBegun(now) ? AgreementState.InProgress
        : now.State == AgreementState.Proposed ? AgreementState.Proposed
        : AgreementState.Open;

    /// <summary>The last one who had it stays named when she cannot; when it is taken up again she only may think again.</summary>
    public static Holding WithoutThoseWhoCannot(Holding now)
    {
        var cannot = now.Holders.Where(p => Answering.Said(now.Details, p, AnswerKind.Cannot)).ToList();
        return cannot.Count == 0
            ? now
            : now with
            {
                Holders = now.Holders.Except(cannot).ToList(),
                Asked = [.. now.Asked.Union(cannot)],
            };
    }

    private static bool IsBegun(Holding now) => Any(now, AnswerKind.InProgress) || Any(now, AnswerKind.Done);

    private static bool Any(Holding now, AnswerKind kind) => now.Holders.Any(p => Answering.Said(now.Details, p, kind));

    private static bool All(Holding now, AnswerKind kind) =>
        now.Holders.Count > 0 && now.Holders.All(p => Answering.Said(now.Details, p, kind));
}
