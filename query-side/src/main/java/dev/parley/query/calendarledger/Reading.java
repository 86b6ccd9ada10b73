package dev.parley.query.calendarledger;

import dev.parley.api.meeting.Response;
import dev.parley.api.notification.LedgerQuery.LedgerReply;
import dev.parley.api.notification.LedgerQuery.Shows;
import dev.parley.api.notification.NotificationQuery.State;
import java.util.List;
import java.util.Optional;

/**
 * What one calendar shows, read from its letters: nobody can look into it, but a server that took a letter, a letter that came
 * back and an answer each say something.
 *
 * @param letters to this attendee that change calendars, oldest first
 * @param calledOff whether the meeting was
 */
record Reading(Attendee attendee, List<Letter> letters, boolean calledOff) {

    Shows shows() {
        var newest = newestThere();
        if (newest.isEmpty()) return isInDoubt() ? Shows.UNSURE : Shows.NOTHING;
        if (!newest.get().tellsAllTo(attendee) && isInDoubt()) return Shows.UNSURE;
        if (newest.get().cancels()) return Shows.CANCELLED;
        if (!newest.get().tellsAllTo(attendee)) return Shows.OUTDATED;
        if (calledOff || !attendee.invited()) return Shows.CANCELLED;
        return standingReply().filter(this::declines).isPresent() ? Shows.DECLINED : Shows.CURRENT;
    }

    Optional<Integer> shownSequence() {
        return newestThere().map(letter -> letter.entry().sequence());
    }

    String explanation() {
        return switch (shows()) {
            case CURRENT ->
                isProven()
                        ? "They answered the newest that was sent to them."
                        : "Their mail server took the newest that was sent to them.";
            case DECLINED -> "They declined, so most calendars hide it or strike it through.";
            case CANCELLED ->
                calledOff || !attendee.invited()
                        ? "Their mail server took the cancellation."
                        : "It was cancelled for them. " + whatIsMissing();
            case NOTHING, OUTDATED, UNSURE -> whatIsMissing();
        };
    }

    /** Not while something is on its way, nor where they showed us themselves that they have it. */
    boolean mayNeedRepair() {
        return attendee.invited()
                && !isProven()
                && newest().filter(Letter::isOnItsWay).isEmpty();
    }

    private String whatIsMissing() {
        return newest().filter(letter -> !letter.hasArrivedAt(attendee))
                .map(Reading::whatBecame)
                .orElse("It was not told of the newest change yet.");
    }

    private static String whatBecame(Letter letter) {
        var entry = letter.entry();
        var revision = "Revision " + entry.sequence();
        var words = entry.answer().isBlank() ? "." : ": " + entry.answer();
        return switch (entry.state()) {
            case REQUESTED, DEFERRED -> revision + " is still on its way" + words;
            case FAILED -> revision + " was not delivered" + words;
            case BOUNCED -> revision + " came back" + words;
            case UNKNOWN -> "What their mail server said to revision " + entry.sequence() + " was lost" + words;
            case SENT, COMPLAINED -> revision + " arrived" + words;
        };
    }

    private Optional<Letter> newestThere() {
        return letters.stream().filter(letter -> letter.hasArrivedAt(attendee)).reduce((_, newer) -> newer);
    }

    private Optional<Letter> newest() {
        return letters.stream().reduce((_, newer) -> newer);
    }

    private boolean isInDoubt() {
        return letters.reversed().stream()
                .takeWhile(letter -> !letter.hasArrivedAt(attendee))
                .anyMatch(letter -> letter.entry().state() == State.UNKNOWN);
    }

    private boolean isProven() {
        return standingReply()
                .filter(reply -> reply.sequence() >= attendee.due())
                .isPresent();
    }

    private Optional<LedgerReply> standingReply() {
        return attendee.reply().filter(reply -> reply.sequence() >= attendee.asked());
    }

    private boolean declines(LedgerReply reply) {
        return reply.response() == Response.DECLINED;
    }
}
