package dev.parley.api.interview;

import dev.parley.api.Refusal;

/** Why an interview says no. */
public enum InterviewRefusal implements Refusal {
    INTERVIEW_UNKNOWN(Kind.UNKNOWN, "There is no interview for this meeting."),
    QUESTION_NOT_IN_SET(Kind.UNACCEPTABLE, "This question does not belong to the interview."),
    MOVE_IS_STALE(Kind.CONFLICT, "The interview has gone on since this move was planned."),
    NOT_ASKED(Kind.CONFLICT, "A follow-up needs its question asked first."),
    TOO_MANY_FOLLOW_UPS(Kind.UNACCEPTABLE, "This question allows no further follow-up."),
    NOT_SAID_LATELY(Kind.UNKNOWN, "The interviewer has said nothing lately under this id."),
    EVIDENCE_NEEDED(Kind.UNACCEPTABLE, "An answer names the segments it was heard in."),
    CONFIDENCE_OUT_OF_RANGE(Kind.UNACCEPTABLE, "Confidence lies between 0 and 1."),
    ANSWER_DOES_NOT_FIT(Kind.UNACCEPTABLE, "This is not an answer of the kind that the question wants."),
    ALREADY_ANSWERED(Kind.CONFLICT, "This question has an answer already; only a follow-up may dig deeper."),
    CONFIRMED_ALREADY(Kind.CONFLICT, "An answer is said back for confirmation only once."),
    NOTHING_TO_CONFIRM(Kind.CONFLICT, "There is no answer that could be confirmed."),
    TOO_MANY_NOTES(Kind.UNACCEPTABLE, "No more than 50 questions of the lead are noted in one interview."),
    LEAD_BY_AI(Kind.CONFLICT, "Only a person who leads the interview has covered a question."),
    HANDED_TO_HUMAN(Kind.CONFLICT, "A person leads this interview now."),
    MANDATORY_OPEN(Kind.CONFLICT, "A mandatory question is still open."),
    PAUSED(Kind.CONFLICT, "The interview is paused."),
    NOT_PAUSED(Kind.CONFLICT, "The interview is not paused."),
    ALREADY_COMPLETED(Kind.CONFLICT, "The interview is already complete.");

    private final Kind kind;
    private final String text;

    InterviewRefusal(Kind kind, String text) {
        this.kind = kind;
        this.text = text;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String text() {
        return text;
    }
}
