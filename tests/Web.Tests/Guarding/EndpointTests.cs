using System.Reflection;
using Flette.Core.Access;
using Flette.Kit;
using Flette.Web.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Flette.Web.Tests.Guarding;

/// <summary>An endpoint without an Act stops the program at start-up.</summary>
public sealed class EndpointTests(BareApp app) : IClassFixture<BareApp>
{
    [Fact]
    public void The_check_goes_through_real_pages()
    {
        var templates = Addresses.Templates(app.App);
        Assert.Contains("/enhet", templates);
        Assert.Contains("/demo", templates);
        Assert.True(templates.Count > 5, string.Join(' ', templates));
    }

    [Theory]
    [InlineData(typeof(Marked), null)]
    [InlineData(typeof(MarkedAsAWhole), null)]
    [InlineData(typeof(Unmarked), "Unmarked.OnPostSave")]
    [InlineData(typeof(OpenWithoutReason), "OpenWithoutReason.OnGet is open without a reason")]
    [InlineData(typeof(Inherited), "OnGetAsync")]
    public void A_handler_without_an_act_is_named(Type page, string? missing)
    {
        var check = Record.Exception(() => EveryEndpointHasAnAct.Check([], [page.GetTypeInfo()]));
        if (missing is null)
        {
            Assert.Null(check);
        }
        else
        {
            Assert.Contains(missing, Assert.IsType<InvalidOperationException>(check).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_endpoint_that_is_no_page_needs_an_act_too()
    {
        var bare = new RouteEndpoint(
            _ => Task.CompletedTask,
            RoutePatternFactory.Parse("/x"),
            0,
            EndpointMetadataCollection.Empty,
            "GET /x"
        );
        var marked = new RouteEndpoint(
            _ => Task.CompletedTask,
            RoutePatternFactory.Parse("/x"),
            0,
            new EndpointMetadataCollection(new DoesAttribute(Act.SeeToday)),
            "GET /x"
        );
        Assert.Contains(
            "GET /x",
            Assert
                .Throws<InvalidOperationException>(() =>
                    EveryEndpointHasAnAct.Check([new DefaultEndpointDataSource(bare)], [])
                )
                .Message,
            StringComparison.Ordinal
        );
        EveryEndpointHasAnAct.Check([new DefaultEndpointDataSource(marked)], []);
    }

    [Fact]
    public void Every_kind_of_handler_is_seen()
    {
        var names = EveryEndpointHasAnAct.Handlers(typeof(AllVerbs)).Select(h => h.Name).Order(StringComparer.Ordinal);
        Assert.Equal("OnDelete OnGet OnHead OnPatch OnPost OnPut", string.Join(' ', names));
    }

    private sealed class Marked : PageModel
    {
        [Does(Act.SeeToday)]
        public void OnGet() { }
    }

    [Does(Act.SeeToday)]
    private sealed class MarkedAsAWhole : PageModel
    {
        public void OnGet() { }

        public void OnPostSave() { }
    }

    private sealed class Unmarked : PageModel
    {
        [Does(Act.SeeToday)]
        public void OnGet() { }

        public void OnPostSave() { }
    }

    private sealed class OpenWithoutReason : PageModel
    {
        [Does(Act.Open)]
        public void OnGet() { }
    }

    private class Base : PageModel
    {
        public Task OnGetAsync() => Task.CompletedTask;
    }

    private sealed class Inherited : Base;

    [Does(Act.SeeToday)]
    private sealed class AllVerbs : PageModel
    {
        public void OnGet() { }

        public void OnHead() { }

        public void OnPost() { }

        public void OnPut() { }

        public void OnDelete() { }

        public void OnPatch() { }
    }
}
