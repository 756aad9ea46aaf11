using System.Reflection;
using System.Text.Json;

namespace NetGen.Runtime;

/// <summary>What is trained and how, as the first line of a training has it.</summary>
internal static class TrainingDescription
{
    private static readonly string Version =
        typeof(TrainingCallback).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    public static void Write(Utf8JsonWriter json, TrainingContext training)
    {
        json.WriteString("netgen", Version);
        WriteNetwork(json, training.Info);
        WriteSettings(json, training);
    }

    private static void WriteNetwork(Utf8JsonWriter json, NetworkInfo info)
    {
        json.WriteString("network", info.Name);
        json.WriteString("spec_hash", info.SpecHash);
        json.WriteNumber("parameters", info.ParameterCount);
        json.WriteString("precision", info.Precision.ToString());
        json.WriteString("loss", info.Loss);
        json.WriteShape("input_shape", info.InputShape);
        json.WriteShape("output_shape", info.OutputShape);
        json.WriteStartArray("layers");
        foreach (LayerInfo layer in info.Layers)
        {
            json.WriteStartObject();
            json.WriteString("name", layer.Name);
            json.WriteString("description", layer.Description);
            json.WriteShape("output_shape", layer.OutputShape);
            json.WriteNumber("parameters", layer.ParameterCount);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSettings(Utf8JsonWriter json, TrainingContext training)
    {
        FitOptions options = training.Options;
        json.WriteStartObject("settings");
        json.WriteNumber("epochs", training.Epochs);
        json.WriteNumber("batch_size", training.BatchSize);
        json.WriteNumber("batches_per_epoch", training.BatchesPerEpoch);
        json.WriteNumber("samples", training.Train.Count);
        json.WriteNumber("seed", options.Seed);
        json.WriteBoolean("shuffle", options.Shuffle);
        json.WriteBoolean("drop_last", options.DropLast);
        json.WriteString("optimizer", training.Optimizer.GetType().Name);
        json.WriteString("optimizer_settings", training.Optimizer.Describe());
        json.WriteValue("learning_rate", training.Optimizer.LearningRate);
        WriteOptional(json, options);
        json.WriteEndObject();
    }

    /// <summary>Null where a setting was not asked for.</summary>
    private static void WriteOptional(Utf8JsonWriter json, FitOptions options)
    {
        json.WriteString("schedule", options.Schedule?.Describe());
        WriteNumberOrNull(json, "validation_samples", options.Validation?.Count);
        WriteNumberOrNull(json, "average_decay", options.AverageDecay);
        json.WriteString("checkpoint", options.Checkpoint?.Folder);
        if (options.EarlyStopping is not { } stopping)
        {
            json.WriteNull("early_stopping");
            return;
        }

        json.WriteStartObject("early_stopping");
        json.WriteNumber("patience", stopping.Patience);
        json.WriteString("monitor", stopping.Monitor);
        json.WriteValue("minimum_change", stopping.MinimumChange);
        json.WriteBoolean("restore_best", stopping.RestoreBest);
        json.WriteEndObject();
    }

    private static void WriteNumberOrNull(Utf8JsonWriter json, string name, double? value)
    {
        if (value is double number)
        {
            json.WriteValue(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
