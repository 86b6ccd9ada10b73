package dev.parley.api.meeting;

/** Somebody in a room, as others see them. */
public record Participant(ParticipantId participantId, String name, Invitee.Role role) {}
