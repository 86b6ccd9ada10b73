package dev.parley.signaling.room;

import dev.parley.api.meeting.ParticipantId;
import dev.parley.signaling.frame.Letter;

/** A letter and who gets it. */
public record Delivery(ParticipantId to, Letter letter) {}
