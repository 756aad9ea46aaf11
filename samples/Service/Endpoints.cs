using Digits;
using Service.Observation;

namespace Service;

/// <summary>What the service answers to.</summary>
internal static class Endpoints
{
    public static void Map(WebApplication app)
    {
        app.MapPost("/predict", static (HttpContext context) => PredictAsync(context, explains: false));
        app.MapPost("/explain", static (HttpContext context) => PredictAsync(context, explains: true));
        app.MapGet("/health", static (HttpContext context) => HealthAsync(context));
        app.MapGet("/", static (HttpContext context) => PageAsync(context, "index.html", "text/html; charset=utf-8"));
        app.MapGet("/draw.js", static (HttpContext context) => PageAsync(context, "draw.js", "text/javascript; charset=utf-8"));
    }

    private static async Task PredictAsync(HttpContext context, bool explains)
    {
        try
        {
            var answer = await context.RequestServices.GetRequiredService<Predictor>().AnswerAsync(context.Request, explains);
            await context.Response.WriteAsJsonAsync(answer, Messages.Default.PredictResponse, cancellationToken: context.RequestAborted);
        }
        catch (RefusedException refusal)
        {
            await RefuseAsync(context, refusal.Status, refusal.Message);
        }
        catch (BadHttpRequestException problem)
        {
            // Too long, too slow, or it ended early.
            await RefuseAsync(context, problem.StatusCode, problem.Message);
        }
        catch (Exception problem) when (problem is OperationCanceledException or IOException && context.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for the answer any more.
        }
    }

    private static async Task RefuseAsync(HttpContext context, int status, string reason)
    {
        context.RequestServices.GetRequiredService<ServiceMetrics>().CountRefusal(status);
        context.Response.StatusCode = status;
        if (status is StatusCodes.Status408RequestTimeout or StatusCodes.Status413PayloadTooLarge)
        {
            // What is still to come of the request is not read.
            context.Response.Headers.Connection = "close";
        }

        try
        {
            await context.Response.WriteAsJsonAsync(new Refusal(reason), Messages.Default.Refusal, cancellationToken: context.RequestAborted);
        }
        catch (Exception problem) when (problem is OperationCanceledException or IOException && context.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for the reason any more.
        }
    }

    private static async Task HealthAsync(HttpContext context)
    {
        var isStopping = context.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested;
        context.Response.StatusCode = isStopping ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK;
        var health = new Health(isStopping ? "stopping" : "ready", DigitNet.Info.ToString(), DigitNet.Info.SpecHash, context.RequestServices.GetRequiredService<InputDrift>().Index);
        await context.Response.WriteAsJsonAsync(health, Messages.Default.Health, cancellationToken: context.RequestAborted);
    }

    private static async Task PageAsync(HttpContext context, string file, string type)
    {
        context.Response.ContentType = type;
        context.Response.Headers.ContentSecurityPolicy = "default-src 'self'; style-src 'self' 'unsafe-inline'";
        await using var page = typeof(Endpoints).Assembly.GetManifestResourceStream("page/" + file)!;
        await page.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
