using System.Net;
using System.Net.Sockets;
using System.Text;
using Flette.Kit;

namespace Flette.Web.Tests.Hosts;

/// <summary>Only the exact host names of a municipality are answered for; everything else gets 421 and no data.</summary>
public sealed class HostTests(DemoApp app) : IClassFixture<DemoApp>
{
    [Theory]
    [InlineData("example.no")]
    [InlineData("localhost.example.no")]
    [InlineData("localhost.")]
    [InlineData("127.0.0.1.")]
    [InlineData("127.0.0.2")]
    [InlineData("127.1")]
    [InlineData("2130706433")]
    [InlineData("[::1]")]
    [InlineData("fjellvik")]
    [InlineData("xn--loclhost-9za")]
    public async Task An_unknown_host_gets_421_and_no_data(string host)
    {
        foreach (var path in new[] { "/", "/demo", "/enhet", "/f/" + Guid.NewGuid() })
        {
            var answer = await RawAsync(
                $"GET {path} HTTP/1.1\r\nHost: {host}:{app.App.Port}\r\nConnection: close\r\n\r\n"
            );
            Assert.StartsWith("HTTP/1.1 421", answer, StringComparison.Ordinal);
            Assert.DoesNotContain("Set-Cookie", answer, StringComparison.OrdinalIgnoreCase);
            foreach (var word in new[] { "Fjellvik", "Sundhavn", "Nordli", "Tekle" })
            {
                Assert.DoesNotContain(word, answer, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("localhost", "Nordli", "Tekle")]
    [InlineData("LocalHost", "Nordli", "Tekle")]
    [InlineData("localhost:1", "Nordli", "Tekle")]
    [InlineData("127.0.0.1", "Tekle", "Nordli")]
    [InlineData("127.0.0.1:65535", "Tekle", "Nordli")]
    public async Task The_host_decides_whatever_the_port(string host, string theirs, string others)
    {
        var answer = await RawAsync($"GET /demo HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 200", answer, StringComparison.Ordinal);
        Assert.Contains(theirs, answer, StringComparison.Ordinal);
        Assert.DoesNotContain(others, answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("X-Forwarded-Host: 127.0.0.1")]
    [InlineData("X-Host: 127.0.0.1")]
    [InlineData("Forwarded: host=127.0.0.1")]
    [InlineData("X-Original-Host: 127.0.0.1")]
    public async Task Headers_beside_the_host_say_nothing(string header)
    {
        var answer = await RawAsync($"GET /demo HTTP/1.1\r\nHost: localhost\r\n{header}\r\nConnection: close\r\n\r\n");
        Assert.Contains("Nordli", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Tekle", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET /demo HTTP/1.1\r\n")]
    [InlineData("GET /demo HTTP/1.1\r\nHost: localhost\r\nHost: 127.0.0.1\r\n")]
    [InlineData("GET /demo HTTP/1.1\r\nHost: \r\n")]
    [InlineData("GET /demo HTTP/1.1\r\nHost: localhost, 127.0.0.1\r\n")]
    [InlineData("GET /demo HTTP/1.1\r\nHost: localhost@127.0.0.1\r\n")]
    [InlineData("GET http://127.0.0.1/demo HTTP/1.1\r\nHost: localhost\r\n")]
    [InlineData("GET /demo HTTP/1.0\r\n")]
    public async Task Two_hosts_or_none_are_answered_with_an_error(string head)
    {
        var answer = await RawAsync(head + "Connection: close\r\n\r\n");
        Assert.Matches("^HTTP/1.1 (400|421)", answer);
        Assert.DoesNotContain("Nordli", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Tekle", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_to_an_unknown_host_keeps_nothing_and_sets_nothing()
    {
        using var browser = app.Visit(app.Fjellvik);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"http://example.no:{app.App.Port}/enhet"))
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("Input.Name", "Nordmann")]),
        };
        var page = await browser.SendAsync(request);
        Assert.Equal((HttpStatusCode)421, page.Status);
        Assert.Null(page.Header("Set-Cookie"));
    }

    private async Task<string> RawAsync(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, app.App.Port, TestContext.Current.CancellationToken);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
