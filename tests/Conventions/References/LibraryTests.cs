namespace Amity.Tests.Conventions.References;

/// <summary>Files and members of the library count to the right folder.</summary>
public sealed class LibraryTests
{
    [TestCase("Core/Http/AmityTransport.cs", "Http")]
    [TestCase("Core/Polyfills.cs", "Core")]
    [TestCase("Extensions/Rooms/RoomsClient.WatchTime.cs", "Areas/Rooms")]
    [TestCase("Generated/Rooms/RoomsClient.g.cs", "Areas/Rooms")]
    [TestCase("Generated/Common/User.g.cs", "Common")]
    [TestCase("Generated/AmityClientParts.g.cs", "Generated")]
    public void Folder_OfAFile_IsItsSubject(string file, string folder) => Library.FolderOf(file).Should().Be(folder);

    [Test]
    public void Folder_OfAGeneratedHalf_IsThatOfTheOther()
    {
        var rooms = Library.Module.GetType(typeof(AmityClient).FullName).Properties.Single(property => property.Name == nameof(AmityClient.Rooms));

        Library.FileOf(rooms).Should().Be("Generated/AmityClient.g.cs");
        Library.FolderOf(rooms).Should().Be("Client");
    }

    [Test]
    public void Folder_OfATypeWithoutCode_IsThatOfItsFile() =>
        Library.FolderOf(Library.Module.GetType(typeof(IWatchTimeSigner).FullName)).Should().Be("Areas/Rooms");
}
