package dev.parley.command.meeting;

import static dev.parley.api.meeting.MeetingRefusal.ALREADY_ENDED;
import static dev.parley.api.meeting.MeetingRefusal.ALREADY_STARTED;
import static dev.parley.api.meeting.MeetingRefusal.NOT_STARTED;
import static dev.parley.api.meeting.MeetingStatus.ACTIVE;
import static dev.parley.api.meeting.MeetingStatus.CANCELLED;
import static dev.parley.api.meeting.MeetingStatus.ENDING;
import static dev.parley.api.meeting.MeetingStatus.LEAD_ABSENT;
import static dev.parley.api.meeting.MeetingStatus.LOBBY_OPEN;
import static dev.parley.api.meeting.MeetingStatus.NO_SHOW;
import static dev.parley.api.meeting.MeetingStatus.SCHEDULED;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import dev.parley.api.Refused;
import dev.parley.api.meeting.MeetingStatus;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a meeting is in its life, and what that forbids. */
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
class Life {
    private MeetingStatus status = SCHEDULED;
    private @Nullable Instant endedAt;

    MeetingStatus status() {
        return status;
    }

    boolean is(MeetingStatus other) {
        return status == other;
    }

    boolean isOver() {
        return status.isOver();
    }

    void mustNotBeOver() {
        if (status.isOver()) throw new Refused(ALREADY_ENDED);
    }

    void mustNotHaveStarted() {
        mustNotBeOver();
        if (isUnderWay()) throw new Refused(ALREADY_STARTED);
    }

    void mustBeRunning() {
        mustNotBeOver();
        if (!isUnderWay()) throw new Refused(NOT_STARTED);
    }

    /** Of an appointment that was cancelled or missed there is nothing to tell. */
    void mustHaveHappened() {
        if (status == CANCELLED || status == NO_SHOW) throw new Refused(NOT_STARTED);
    }

    /** While it runs, and a little longer: the last words are still on their way when it ends. */
    void mustBeWithinEarshot(Instant at, Duration grace) {
        if (status == SCHEDULED || status == LOBBY_OPEN) throw new Refused(NOT_STARTED);
        if (endedAt != null && at.isAfter(endedAt.plus(grace))) throw new Refused(ALREADY_ENDED);
    }

    /** A step that was not foreseen is our own fault, whoever asked for it; refused, so that no history can hold it. */
    void mustBeAbleToBecome(MeetingStatus next) {
        mustNotBeOver();
        if (!status.mayBecome(next)) throw new Refused(next == CANCELLED ? ALREADY_STARTED : NOT_STARTED);
    }

    private boolean isUnderWay() {
        return status == ACTIVE || status == LEAD_ABSENT || status == ENDING;
    }

    void become(MeetingStatus next) {
        status = next;
    }

    void finish(MeetingStatus outcome, Instant when) {
        status = outcome;
        endedAt = when;
    }
}
