using Xunit.Sdk;
using Xunit.v3;

namespace Flette.Web.Tests.NonInterference;

/// <summary>Tests in the order they are written: the usual order is by a mark of each name, and here the world grows.</summary>
public sealed class AsWritten : ITestCaseOrderer
{
    /// <inheritdoc/>
    public IReadOnlyCollection<TTestCase> OrderTestCases<TTestCase>(IReadOnlyCollection<TTestCase> testCases)
        where TTestCase : notnull, ITestCase => testCases;
}
