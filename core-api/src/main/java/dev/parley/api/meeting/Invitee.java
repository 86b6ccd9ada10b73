package dev.parley.api.meeting;

import dev.parley.api.Shape;

/** A person who is invited, and where mail reaches them. */
public record Invitee(ParticipantId participantId, String name, String email, Role role) {
    public Invitee {
        name = Shape.line("name", name, Shape.NAME);
        email = Shape.email("email", email);
    }

    /** What a person is in a meeting. */
    public enum Role {
        HOST,
        LEAD,
        GUEST,
        INTERVIEWER
    }
}
