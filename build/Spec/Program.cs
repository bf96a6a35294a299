using Amity.Spec;
using Amity.Spec.Cutting;

switch (args)
{
    case ["merge", var folder, var contract, var forNSwag]:
        var problems = SpecBuild.Run(folder, out var contractJson, out var nswagJson);
        var root = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)))!;
        foreach (var problem in problems)
        {
            // Whole, so that editors find the file from wherever they build.
            Console.WriteLine(Path.Combine(root, problem));
        }

        if (problems.Count > 0)
        {
            return 1;
        }

        File.WriteAllText(contract, contractJson);
        File.WriteAllText(forNSwag, nswagJson);
        return 0;

    case ["cut", var generated, var folder]:
        GeneratedFiles.Write(File.ReadAllText(generated), folder);
        return 0;

    default:
        Console.Error.WriteLine("amity-spec merge FOLDER CONTRACT.json NSWAG.json | amity-spec cut GENERATED.cs FOLDER");
        return 2;
}
