using System.Text.Json;
using System.Text.Json.Nodes;

namespace Flette.Web.Print;

/// <summary>From a page to a PDF, in the words of DevTools.</summary>
internal static class PrintedPage
{
    /// <summary>
    /// Prints the page in a context of its own that is kept in memory only, offline and without scripts. Size and margins are those
    /// of the page's <c>@page</c>, page numbers too.
    /// </summary>
    public static async Task<byte[]> PdfAsync(DevToolsPipe pipe, string html, CancellationToken cancel)
    {
        string? session = null;
        var context = Text(await CallAsync("Target.createBrowserContext", []), "browserContextId");
        var target = Text(
            await CallAsync("Target.createTarget", new() { ["url"] = "about:blank", ["browserContextId"] = context }),
            "targetId"
        );
        session = Text(
            await CallAsync("Target.attachToTarget", new() { ["targetId"] = target, ["flatten"] = true }),
            "sessionId"
        );
        await CallAsync("Network.enable", []);
        await CallAsync(
            "Network.emulateNetworkConditions",
            new()
            {
                ["offline"] = true,
                ["latency"] = 0,
                ["downloadThroughput"] = 0,
                ["uploadThroughput"] = 0,
            }
        );
        await CallAsync("Emulation.setScriptExecutionDisabled", new() { ["value"] = true });
        var tree = await CallAsync("Page.getFrameTree", []);
        var frame = Text(tree.GetProperty("frameTree").GetProperty("frame"), "id");
        await CallAsync("Page.setDocumentContent", new() { ["frameId"] = frame, ["html"] = html });
        // As one answer: as a stream it would lie in a file meanwhile.
        var printed = await CallAsync(
            "Page.printToPDF",
            new()
            {
                ["generateTaggedPDF"] = true,
                ["generateDocumentOutline"] = true,
                ["printBackground"] = true,
                ["preferCSSPageSize"] = true,
                ["transferMode"] = "ReturnAsBase64",
            }
        );
        return printed.GetProperty("data").GetBytesFromBase64();

        Task<JsonElement> CallAsync(string method, JsonObject parameters) =>
            pipe.CallAsync(method, parameters, session, cancel);
    }

    private static string Text(JsonElement from, string name) => from.GetProperty(name).GetString()!;
}
