namespace Flette.Web.Tests;

public class SkeletonTests
{
    [Fact]
    public void The_test_project_runs() => Assert.NotNull(typeof(SkeletonTests).Assembly.FullName);
}
