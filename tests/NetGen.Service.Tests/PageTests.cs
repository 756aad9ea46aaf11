namespace NetGen.Service.Tests;

/// <summary>The page in a browser, where the machine has Chromium.</summary>
public sealed class PageTests
{
    [BrowserFact]
    public async Task Drawn_digit_is_recognised_and_explained()
    {
        await using var service = await RunningService.StartAsync();
        await using var browser = await Browser.OpenAsync(service.Address);
        var (left, top) = ((await browser.EvaluateAsync("document.getElementById('draw').getBoundingClientRect().left"))!.GetValue<double>(), (await browser.EvaluateAsync("document.getElementById('draw').getBoundingClientRect().top"))!.GetValue<double>());

        await browser.DrawAsync([.. Enumerable.Range(0, 10).Select(i => (left + 140, top + 50 + (20.0 * i)))]);
        await browser.WaitForAsync("document.body.dataset.digit !== undefined");

        Assert.Equal("1", (await browser.EvaluateAsync("document.body.dataset.digit"))!.GetValue<string>());
        Assert.Equal(1.0, (await browser.EvaluateAsync("rows.reduce((sum, each) => sum + Number(each.share.textContent), 0)"))!.GetValue<double>(), 0.01);
        Assert.True((await browser.EvaluateAsync("saliency.getImageData(0, 0, 28, 28).data.some((value, i) => i % 4 === 1 && value < 100)"))!.GetValue<bool>());
        Assert.Equal("", (await browser.EvaluateAsync("error.textContent"))!.GetValue<string>());
        if (Environment.GetEnvironmentVariable("NETGEN_SCREENSHOT") is { Length: > 0 } file)
        {
            await File.WriteAllBytesAsync(file, await browser.ScreenshotAsync());
        }

        await browser.EvaluateAsync("document.getElementById('clear').click()");
        Assert.True((await browser.EvaluateAsync("rows.every(each => each.share.textContent === '')"))!.GetValue<bool>());
    }
}
