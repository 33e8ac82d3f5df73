using Flette.Core.Access;
using Flette.Web.Data;

namespace Flette.Web.Tests.NonInterference;

/// <summary>Items of the small world, for what no screen writes yet.</summary>
internal static class LeakyItems
{
    /// <summary>An item about one member.</summary>
    public static ItemRow Item(this LeakyApp app, Room room, string about) =>
        new()
        {
            Kind = ItemKinds.WhatMatters,
            Room = Rows.Code(room),
            Topic = Rows.Code(Topic.FamilyLife),
            About = [app.Members[about]],
            State = "kept",
        };
}
