package dev.parley.api.calendar;

import static dev.parley.api.ShapeRefusal.MALFORMED_NAME;
import static dev.parley.api.meeting.MeetingRefusal.QUESTIONS_NEEDED;

import dev.parley.api.Refused;
import dev.parley.api.Shape;
import dev.parley.api.TimeSlot;
import dev.parley.api.meeting.InterviewerKind;
import dev.parley.api.questionset.QuestionSetId;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A kind of meeting that a host offers.
 *
 * @param slug names it in addresses, among the host's
 * @param bufferBeforeMinutes kept free before it, as part of what it occupies
 * @param open whether people without an account may book it
 */
public record MeetingType(
        String slug,
        String title,
        int durationMinutes,
        int bufferBeforeMinutes,
        int bufferAfterMinutes,
        Optional<QuestionSetId> questionSetId,
        InterviewerKind interviewer,
        String location,
        boolean open) {
    public static final int LONGEST_MINUTES = 480;

    private static final Pattern SLUG = Pattern.compile("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?");

    public MeetingType {
        if (!SLUG.matcher(slug).matches()) throw new Refused(MALFORMED_NAME, "slug");
        title = Shape.line("title", title, Shape.TITLE);
        location = Shape.optionalLine("location", location, Shape.SENTENCE);
        Shape.number("durationMinutes", durationMinutes, 5, LONGEST_MINUTES);
        Shape.number("bufferBeforeMinutes", bufferBeforeMinutes, 0, 240);
        Shape.number("bufferAfterMinutes", bufferAfterMinutes, 0, 240);
        if (interviewer == InterviewerKind.AI && questionSetId.isEmpty())
            throw new Refused(QUESTIONS_NEEDED, "questionSetId");
    }

    /** The meeting with its buffers. */
    public TimeSlot occupiedBy(TimeSlot meeting) {
        return new TimeSlot(
                meeting.start().minus(Duration.ofMinutes(bufferBeforeMinutes)),
                meeting.end().plus(Duration.ofMinutes(bufferAfterMinutes)));
    }

    /** The meeting itself. */
    public Duration duration() {
        return Duration.ofMinutes(durationMinutes);
    }
}
