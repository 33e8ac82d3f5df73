using Flette.Web.Hosting;

// A production start waits for sign-in: until then only the demo, which is its own executable, serves pages.
await Console.Error.WriteLineAsync(
    "Flette cannot start in production yet: there is no sign-in. Nothing was started. For the demo: ./flette up"
);
return FletteOptions.BadConfiguration;
