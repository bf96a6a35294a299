using Library;

Console.WriteLine($"{Environment.Version.Major}: {await Moderation.RunAsync(new Uri(args[0]), args[1])}");
