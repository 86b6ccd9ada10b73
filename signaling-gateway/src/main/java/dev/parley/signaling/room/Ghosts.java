package dev.parley.signaling.room;

import dev.parley.api.Actor;
import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.MeetingQuery.InviteeLine;
import dev.parley.api.meeting.MeetingQuery.MeetingPage;
import dev.parley.api.meeting.Participant;
import dev.parley.api.meeting.ParticipantId;
import java.util.List;
import java.util.function.Consumer;

/**
 * Those whom the meeting counts as present though nobody has seen them: the server that had them died, and could not note that
 * they left. Whoever is not seen anywhere for as long as a lost connection may take to come back is counted out. Guarded by the
 * room's lock.
 */
final class Ghosts {
    private final Seats seats;
    private final RoomSettings settings;
    private final Aftermath aftermath;
    private final Consumer<Runnable> step;
    private final Absences absences;

    /** @param step does something under the room's lock */
    Ghosts(Seats seats, RoomSettings settings, Timers timers, Aftermath aftermath, Consumer<Runnable> step) {
        this.seats = seats;
        this.settings = settings;
        this.aftermath = aftermath;
        this.step = step;
        this.absences = new Absences(timers);
    }

    boolean areNone() {
        return absences.areNone();
    }

    /** @return whom to look for elsewhere */
    List<ParticipantId> suspectedBy(MeetingPage page) {
        var suspects = page.invitees().stream()
                .filter(line -> line.inRoom() && line.role() != Invitee.Role.INTERVIEWER)
                .filter(line -> seats.of(line.participantId()) == null)
                .filter(line -> !absences.isMissing(line.participantId()))
                .toList();
        suspects.forEach(line -> waitFor(line, page));
        return suspects.stream().map(InviteeLine::participantId).toList();
    }

    private void waitFor(InviteeLine line, MeetingPage page) {
        var who = attendee(line, page);
        absences.begin(who.id(), settings.resumeWithin(), () -> step.accept(() -> countOut(who)));
    }

    private void countOut(Attendee who) {
        absences.end(who.id());
        if (seats.of(who.id()) == null) aftermath.gone(who, "connection lost");
    }

    /** Was seen, here or elsewhere. */
    void isNone(ParticipantId who) {
        absences.end(who);
    }

    void endAll() {
        absences.endAll();
    }

    private static Attendee attendee(InviteeLine line, MeetingPage page) {
        var person = new Participant(line.participantId(), line.name(), line.role());
        return new Attendee(page.tenant(), page.meetingId(), person, Actor.system(page.tenant(), "rooms"));
    }
}
