package dev.parley.command.calendar;

import static java.util.Objects.requireNonNullElse;

import dev.parley.api.Shape;
import dev.parley.api.calendar.MeetingType;
import dev.parley.api.meeting.InterviewerKind;
import dev.parley.api.questionset.QuestionSetId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A kind of meeting, as it comes from outside: anything may be missing or misshapen. */
record MeetingTypeBody(
        @Nullable String title,
        @Nullable Integer durationMinutes,
        @Nullable Integer bufferBeforeMinutes,
        @Nullable Integer bufferAfterMinutes,
        @Nullable String questionSetId,
        @Nullable String interviewer,
        @Nullable String location,
        @Nullable Boolean open) {

    MeetingType named(String slug) {
        return new MeetingType(
                slug,
                Shape.line("title", title, Shape.TITLE),
                Shape.present("durationMinutes", durationMinutes),
                requireNonNullElse(bufferBeforeMinutes, 0),
                requireNonNullElse(bufferAfterMinutes, 0),
                Optional.ofNullable(questionSetId).map(set -> new QuestionSetId(Shape.uuid("questionSetId", set))),
                Shape.choice("interviewer", requireNonNullElse(interviewer, "ai"), InterviewerKind.class),
                Shape.optionalLine("location", location, Shape.SENTENCE),
                requireNonNullElse(open, true));
    }
}
