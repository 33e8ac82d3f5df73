using System.Runtime.CompilerServices;
using Flette.Core.Law;

namespace Flette.Law.Tests;

/// <summary>
/// Makes the data of the law before any test: a mutation of something that is made once would else stay in the process and fail
/// every test after it, whatever those test. What is made once is held by docs/law.md and the tests of the data instead.
/// </summary>
internal static class StaticsFirst
{
    [ModuleInitializer]
    internal static void Make()
    {
        foreach (
            var type in typeof(Statutes)
                .Assembly.GetTypes()
                .Where(t =>
                    t.Namespace?.StartsWith("Flette.Core.Law", StringComparison.Ordinal) == true
                    && !t.ContainsGenericParameters
                )
        )
        {
            RuntimeHelpers.RunClassConstructor(type.TypeHandle);
        }
    }
}
