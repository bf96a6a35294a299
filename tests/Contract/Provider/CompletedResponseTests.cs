using System.Text.Json.Nodes;

namespace Amity.Tests.Contract.Provider;

/// <summary>What a response may lack of an example, and what it may not.</summary>
internal sealed class CompletedResponseTests
{
    private static readonly IReadOnlyList<PactInteraction> OfRooms = PactInteraction.Read(new PactFile("rooms").Committed);

    [Test]
    public void Of_FieldAbsent_IsCompleted()
    {
        var (response, completed) = Complete("getRoom", example => Room(example).Remove("title"));

        Room(response).Should().ContainKey("title");
        completed.Absent.Should().Be("$.rooms[*].title is absent");
        completed.IsShown.Should().BeTrue();
    }

    [Test]
    public void Of_ListEmpty_IsCompleted()
    {
        var (response, completed) = Complete("getRoom", example => Room(example)["participants"] = new JsonArray());

        Room(response)["participants"]!.AsArray().Should().ContainSingle();
        completed.Absent.Should().Be("$.rooms[*].participants is empty");
        completed.IsShown.Should().BeTrue();
    }

    [Test]
    public void Of_ListOfTheOperationEmpty_ShowsNothing() =>
        Complete("listViewerBans", example => example["roomBannedUsers"] = new JsonArray()).Completed.IsShown.Should().BeFalse();

    [Test]
    public void Of_NoFieldOfTheExample_ShowsNothing() =>
        Complete("getBroadcastCredentials", example => example.Clear()).Completed.IsShown.Should().BeFalse();

    [TestCase("the id", "roomId", null)]
    [TestCase("a list", "participants", null)]
    [TestCase("what may be there under another name", "title", "headline")]
    public void Of_WhatAClientNeedsAbsent_IsNotCompleted(string what, string field, string? other)
    {
        var (response, completed) = Complete("getRoom", example =>
        {
            Room(example).Remove(field);
            if (other is not null)
            {
                Room(example)[other] = "Friday cooking";
            }
        });

        Room(response).Should().NotContainKey(field, what);
        completed.Absent.Should().BeEmpty();
    }

    [Test]
    public void Of_EntityThatWasAskedForAbsent_IsNotCompleted()
    {
        var (response, completed) = Complete("getRoom", example => example["rooms"] = new JsonArray());

        response["rooms"]!.AsArray().Should().BeEmpty();
        completed.Absent.Should().BeEmpty();
    }

    private static JsonObject Room(JsonObject response) => response["rooms"]![0]!.AsObject();

    private static (JsonObject Response, CompletedResponse Completed) Complete(string operationId, Action<JsonObject> change)
    {
        var interaction = OfRooms.Single(interaction => interaction.Description == PactInteraction.ExampleOf(operationId));
        var response = interaction.Content!.DeepClone().AsObject();
        change(response);
        return (response, CompletedResponse.Of(interaction, response));
    }
}
