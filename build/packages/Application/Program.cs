using Library;

Console.WriteLine($"{Environment.Version.Major}: {await PackageCheck.RunAsync(new Uri(args[0]), args[1])}");
