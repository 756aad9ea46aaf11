using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace NetGen.Service.Tests;

/// <summary>Requests that are as they should be.</summary>
public sealed class PredictionTests
{
    [Fact]
    public async Task Raw_bytes_and_json_get_the_same_answer()
    {
        await using var service = await RunningService.StartAsync();

        using var raw = await service.PostAsync("/predict", RunningService.Image);
        using var json = await service.PostJsonAsync($"{{\"pixels\": [{string.Join(',', RunningService.Image)}]}}");

        Assert.Equal(HttpStatusCode.OK, raw.StatusCode);
        Assert.Equal(await raw.Content.ReadAsStringAsync(), await json.Content.ReadAsStringAsync());
        var answer = await raw.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(1, answer.GetProperty("digit").GetInt32());
        Assert.Equal(1.0, answer.GetProperty("probabilities").EnumerateArray().Sum(each => each.GetDouble()), 1e-5);
        Assert.False(answer.TryGetProperty("saliency", out _));
    }

    [Theory]
    [InlineData("Application/Octet-Stream")]
    [InlineData("APPLICATION/OCTET-STREAM; a=b")]
    public async Task Media_type_in_other_letters_is_understood(string type)
    {
        await using var service = await RunningService.StartAsync();

        using var response = await service.PostAsync("/predict", RunningService.Image, type);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Explanation_has_a_value_per_pixel_of_which_the_largest_is_one()
    {
        await using var service = await RunningService.StartAsync();

        using var response = await service.PostAsync("/explain", RunningService.Image);

        var values = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("saliency").EnumerateArray().Select(each => each.GetDouble()).ToList();
        Assert.Equal(784, values.Count);
        Assert.Equal(1.0, values.Max(), 1e-6);
        Assert.True(values.Min() >= 0);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("16")]
    public async Task Many_at_once_get_each_their_own_answer(string maxBatch)
    {
        await using var service = await RunningService.StartAsync("--Service:MaxBatch", maxBatch);
        var images = Enumerable.Range(0, 60).Select(each => RunningService.Image.Select((pixel, i) => (byte)(pixel ^ (i * each % 97 == 1 ? 200 : 0))).ToArray()).ToList();
        var alone = new List<string>();
        foreach (var image in images)
        {
            alone.Add(await AnswerAsync(service, image));
        }

        var together = await Task.WhenAll(images.Select(image => AnswerAsync(service, image)));

        // Sums over a batch may be in another order than those of one sample.
        Assert.All(alone.Zip(together), pair => Assert.All(Probabilities(pair.First).Zip(Probabilities(pair.Second)), each => Assert.Equal(each.First, each.Second, 1e-4)));
    }

    [Fact]
    public async Task Answers_are_counted_by_digit_and_measured()
    {
        await using var service = await RunningService.StartAsync();
        using var measurements = new Measurements(service);

        await AnswerAsync(service, RunningService.Image);

        Assert.Equal([(1.0, "1")], measurements.Of("service.predictions"));
        Assert.True(Assert.Single(measurements.Of("service.predict.duration")).Value > 0);
    }

    [Fact]
    public async Task Health_names_the_network()
    {
        await using var service = await RunningService.StartAsync();

        var health = await service.Client.GetFromJsonAsync<JsonElement>(new Uri("/health", UriKind.Relative));

        Assert.Equal("ready", health.GetProperty("status").GetString());
        Assert.StartsWith("DigitNet", health.GetProperty("network").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_and_its_script_are_served()
    {
        await using var service = await RunningService.StartAsync();

        Assert.Contains("<canvas id=\"draw\"", await service.Client.GetStringAsync(new Uri("/", UriKind.Relative)), StringComparison.Ordinal);
        Assert.Contains("fetch('explain'", await service.Client.GetStringAsync(new Uri("/draw.js", UriKind.Relative)), StringComparison.Ordinal);
    }

    private static async Task<string> AnswerAsync(RunningService service, byte[] image)
    {
        using var response = await service.PostAsync("/predict", image);
        return await response.Content.ReadAsStringAsync();
    }

    private static List<double> Probabilities(string answer) => [.. JsonDocument.Parse(answer).RootElement.GetProperty("probabilities").EnumerateArray().Select(each => each.GetDouble())];
}
