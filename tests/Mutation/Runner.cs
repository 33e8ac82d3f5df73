using System.Reflection;
using System.Runtime.Loader;

// Runs all tests once for each number it is given, each time with the law and its tests loaded anew: statics belong to what is loaded,
// so nothing that is made under one change is there under the next. Written without a reference to what it runs.
//   in:  a number a line        out: number, «survived» or «noticed» or «endless», number of tests that ran, name of the failed one
var say = Console.Out;
Console.SetOut(TextWriter.Null);
var folder = AppContext.BaseDirectory;
while (Console.ReadLine() is { } number)
{
    Environment.SetEnvironmentVariable("FLETTE_CHANGE", number);
    var (how, ran, name) = Tests.Run(folder);
    say.WriteLine($"{number}\t{how}\t{ran}\t{name}");
    say.Flush();
    if (how == "endless")
    {
        // A thread cannot be stopped, a process can.
        Environment.Exit(3);
    }
}

internal sealed class Anew(string folder) : AssemblyLoadContext(isCollectible: true)
{
    protected override Assembly? Load(AssemblyName name) =>
        name.Name is "Flette.Core" or "Law.Tests"
            ? LoadFromAssemblyPath(Path.Combine(folder, name.Name + ".dll"))
            : null;
}

internal static class Tests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    // The one that holds all texts notices most, the one with properties takes longest.
    private static readonly string[] Order = ["LawTextTests", "", "StandingTests"];

    internal static (string How, int Ran, string Name) Run(string folder)
    {
        var context = new Anew(folder);
        var (how, ran, name) = ("survived", 0, "");
        var run = new Thread(() =>
        {
            var types = context.LoadFromAssemblyName(new AssemblyName("Law.Tests")).GetTypes();
            foreach (var test in types.OrderBy(Place).SelectMany(t => t.GetMethods()).Where(IsTest))
            {
                name = $"{test.DeclaringType!.Name}.{test.Name}";
                try
                {
                    foreach (var arguments in Rows(test))
                    {
                        ran++;
                        var on = test.IsStatic ? null : Activator.CreateInstance(test.DeclaringType);
                        (test.Invoke(on, arguments) as Task)?.GetAwaiter().GetResult();
                    }
                }
                catch (Exception)
                {
                    how = "noticed";
                    return;
                }
            }
            name = "";
        });
        run.IsBackground = true;
        run.Start();
        if (!run.Join(Limit))
        {
            return ("endless", ran, name);
        }
        context.Unload();
        return (how, ran, name);
    }

    private static int Place(Type type) =>
        Math.Max(0, Array.IndexOf(Order, type.Name)) is var p && p == 0 && type.Name != Order[0] ? 1 : p;

    private static bool IsTest(MethodInfo method) =>
        method.GetCustomAttributes().Any(a => a.GetType().Name is "FactAttribute" or "TheoryAttribute");

    private static IEnumerable<object?[]> Rows(MethodInfo test)
    {
        var sources = test.GetCustomAttributes()
            .Where(a => a.GetType().Name is "InlineDataAttribute" or "MemberDataAttribute")
            .ToList();
        if (sources.Count == 0)
        {
            return
            [
                [],
            ];
        }
        return sources
            .SelectMany(source => Data(test, source))
            .Select(row => Fitted(test.GetParameters(), row))
            .ToList();
    }

    private static IEnumerable<object?[]> Data(MethodInfo test, Attribute source)
    {
        if (source.GetType().GetProperty("MemberName")?.GetValue(source) is string member)
        {
            var rows = (System.Collections.IEnumerable)test.DeclaringType!.GetMethod(member)!.Invoke(null, null)!;
            return rows.Cast<object>().Select(Row).ToList();
        }
        return [(object?[])source.GetType().GetProperty("Data")!.GetValue(source)!];
    }

    private static object?[] Row(object row) =>
        (object?[])
            row.GetType()
                .GetInterfaces()
                .First(i => i.Name == "ITheoryDataRow")
                .GetMethod("GetData")!
                .Invoke(row, null)!;

    // «params» and what is left out.
    private static object?[] Fitted(ParameterInfo[] parameters, object?[] row)
    {
        var fitted = new object?[parameters.Length];
        for (var i = 0; i < fitted.Length; i++)
        {
            if (parameters[i].IsDefined(typeof(ParamArrayAttribute)) && !(i < row.Length && row[i] is Array))
            {
                var rest = row.Skip(i).ToArray();
                var array = Array.CreateInstance(parameters[i].ParameterType.GetElementType()!, rest.Length);
                Array.Copy(rest, array, rest.Length);
                fitted[i] = array;
            }
            else
            {
                fitted[i] = i < row.Length ? row[i] : parameters[i].DefaultValue;
            }
        }
        return fitted;
    }
}
