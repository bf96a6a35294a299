// The tests wait for connections more than they compute.
[assembly: LevelOfParallelism(4)]
