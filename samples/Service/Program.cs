using Service;

await using var app = ServiceHost.Build(args);
await app.RunAsync();
