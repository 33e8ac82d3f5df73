using System.Runtime.CompilerServices;

namespace Flette.Kit;

/// <summary>The clone the tests were built from.</summary>
public static class Repository
{
    /// <summary>Full path of its root folder.</summary>
    public static string Root([CallerFilePath] string here = "")
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(here)!);
        while (!File.Exists(Path.Combine(folder.FullName, "Flette.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The sources of the tests are gone: " + here);
        }

        return folder.FullName;
    }
}
