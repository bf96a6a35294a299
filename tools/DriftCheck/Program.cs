using Amity.DriftCheck;

return await DriftCommand.RunAsync(args, Console.Out, Console.Error, Environment.GetEnvironmentVariable);
