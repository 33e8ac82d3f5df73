using System.Text.Encodings.Web;
using System.Text.Unicode;
using Flette.Web.Access;
using Flette.Web.Audit.Sealing;
using Flette.Web.Background;
using Flette.Web.Data;
using Flette.Web.Delivery;
using Flette.Web.Delivery.Inbound;
using Flette.Web.Features.FollowUp;
using Flette.Web.Features.Paper;
using Flette.Web.Features.Shared;
using Flette.Web.Hosting.Uploads;
using Flette.Web.Print;
using Flette.Web.SignIn;
using Flette.Web.Vault;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;

namespace Flette.Web.Hosting;

/// <summary>Puts the program together. Composition only: what things do stands where they are.</summary>
public static class FletteHost
{
    /// <summary>
    /// Largest request, in bytes, but to a page that takes a document: all that an error page gives back, to be sent again. A
    /// character is at most nine bytes in a form, and the fields have names.
    /// </summary>
    internal const int LargestForm = 10 * ErrorPages.LongestKept;

    /// <summary>What the categories of the house's own events begin with.</summary>
    private const string Own = "Flette";

    /// <summary>
    /// Builds the program on <paramref name="builder"/>. Throws <see cref="InvalidOperationException"/> with every error of the
    /// options, or when an endpoint names no Act.
    /// </summary>
    /// <param name="more">Services and pages of the executable that references this one.</param>
    /// <param name="endpoints">Endpoints of the same.</param>
    public static WebApplication Build(
        WebApplicationBuilder builder,
        FletteOptions options,
        Action<IMvcBuilder>? more = null,
        Action<WebApplication>? endpoints = null
    )
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Errors() is { Count: > 0 } errors)
        {
            throw new InvalidOperationException(string.Join('\n', errors));
        }
        Rows.Set();
        Logging(builder);
        Services(builder.Services, options, more);
        builder.WebHost.ConfigureKestrel(k =>
        {
            k.AddServerHeader = false;
            k.Limits.MaxRequestBodySize = LargestForm;
        });
        var app = builder.Build();
        app.UseProxies(options.Proxies);
        app.UseSafetyHeaders();
        app.UseHealth();
        app.UseLook();
        app.UseMiddleware<Surprises>();
        app.UseMiddleware<HostMiddleware>();
        app.Use(
            (http, next) =>
            {
                TypedForm.Set(http);
                return next(http);
            }
        );
        app.UseRouting();
        app.MapRazorPages();
        endpoints?.Invoke(app);
        EveryEndpointHasAnAct.Check(((IEndpointRouteBuilder)app).DataSources, PageModels(app.Services));
        return app;
    }

    private static void Services(IServiceCollection services, FletteOptions options, Action<IMvcBuilder>? more)
    {
        services.AddSingleton(options);
        // What has begun is seen to its end, within what a service manager waits for.
        services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(20));
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(_ => new Databases(options.Municipalities, options.Unserved));
        services.AddSingleton(new WayIn(options.WayIn));
        services.AddSingleton<ProviderHttp>();
        services.AddSingleton<Issuers>();
        services.AddSingleton<SignInCookie>();
        services.AddSingleton<WorkCookie>();
        services.AddSingleton<OutCookie>();
        services.AddSingleton<CodeExchange>();
        services.AddSingleton<People>();
        services.AddSingleton<SignIns>();
        services.AddSingleton<FactsLoader>();
        services.AddSingleton<Guard>();
        services.AddSingleton<Dispatch>();
        services.AddHostedService<Sender>();
        if (options.Seals)
        {
            services.AddHostedService<Sealer>();
        }
        services.AddSingleton<Reminding>();
        services.AddHostedService<DailyReminding>();
        services.AddSingleton<ReplyIntake>();
        services.AddSingleton<Inbox>();
        services.AddHostedService<InboxWorker>();
        services.AddSingleton(options.Print);
        services.AddSingleton<IPdfPrinter, ChromiumPrinter>();
        services.AddSingleton<PaperHtml>();
        services.AddSingleton<HtmlEncoder>(HtmlEncoder.Create(UnicodeRanges.All));
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<FormOptions>(o =>
        {
            o.MultipartBodyLengthLimit = LargestForm;
            o.ValueLengthLimit = LargestForm;
            // Else what is more than 64 kB lies in a temporary file, in the clear, until the request is over.
            o.MemoryBufferThreshold = LargestForm;
        });
        var programKey = MasterKey.FromFile(Path.Combine(options.KeyFolder, "program.key"), create: true);
        services.AddSingleton(programKey);
        services
            .AddDataProtection()
            .SetApplicationName("flette")
            .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(options.KeyFolder, "ring")));
        services.Configure<KeyManagementOptions>(o => o.XmlEncryptor = new ProgramKeyEncryptor(programKey));
        services.AddAntiforgery(o =>
        {
            o.Cookie.Name = "flette-form";
            o.Cookie.HttpOnly = true;
            // Where connections are encrypted all are: the others get no page (Encrypted).
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            o.FormFieldName = "__form";
            o.SuppressXFrameOptionsHeader = true;
        });
        services.AddSingleton<IAntiforgeryAdditionalDataProvider, MunicipalityInForms>();
        var mvc = services
            .AddRazorPages(o => o.RootDirectory = "/Features")
            .AddMvcOptions(o =>
            {
                // Before everything else, the page's own preparations too.
                o.Filters.Add<GuardFilter>(int.MinValue);
                NorwegianBinding.Set(o.ModelBindingMessageProvider);
                o.ModelBinderProviders.Insert(0, new DayBinding());
            });
        mvc.PartManager.ApplicationParts.Add(new CompiledRazorAssemblyPart(typeof(FletteHost).Assembly));
        more?.Invoke(mvc);
    }

    /// <summary>
    /// Only the house's own events, which are a written list and carry no address, and whatever an operator sets: the framework's tell
    /// paths, and so the tokens of links, and may carry values.
    /// </summary>
    private static void Logging(WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        builder.Logging.AddJsonConsole(o =>
        {
            o.UseUtcTimestamp = true;
            o.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
            // Around an event lies the request, with its path.
            o.IncludeScopes = false;
        });
        builder.Logging.AddFilter(Own, LogLevel.Information);
        // After all that is configured, also when it changes while the program runs.
        builder.Services.PostConfigure<LoggerFilterOptions>(o =>
        {
            o.MinLevel = LogLevel.None;
            foreach (var rule in o.Rules.Where(r => !IsOwn(r.CategoryName)).ToList())
            {
                o.Rules.Remove(rule);
            }
        });
        // The same for traces: a request's tags would be its path and what asked for it.
        AppContext.SetSwitch("Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData", isEnabled: true);

        static bool IsOwn(string? category) => category?.StartsWith(Own, StringComparison.OrdinalIgnoreCase) == true;
    }

    private static IEnumerable<System.Reflection.TypeInfo> PageModels(IServiceProvider services)
    {
        var loader = services.GetRequiredService<PageLoader>();
        return services
            .GetRequiredService<Microsoft.AspNetCore.Mvc.Infrastructure.IActionDescriptorCollectionProvider>()
            .ActionDescriptors.Items.OfType<Microsoft.AspNetCore.Mvc.RazorPages.PageActionDescriptor>()
            .Select(p => loader.LoadAsync(p, EndpointMetadataCollection.Empty).GetAwaiter().GetResult().HandlerTypeInfo)
            .Distinct();
    }
}
