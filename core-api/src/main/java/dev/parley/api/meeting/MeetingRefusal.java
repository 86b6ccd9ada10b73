package dev.parley.api.meeting;

import dev.parley.api.Refusal;

/** Why a meeting says no. */
public enum MeetingRefusal implements Refusal {
    MEETING_UNKNOWN(Kind.UNKNOWN, "There is no such meeting."),
    ID_REUSED(Kind.CONFLICT, "This id already names another meeting."),
    STARTS_IN_THE_PAST(Kind.UNACCEPTABLE, "The meeting would start in the past."),
    REMINDER_OUT_OF_RANGE(Kind.UNACCEPTABLE, "A reminder comes between 1 minute and 30 days before the start."),
    INVITED_TWICE(Kind.UNACCEPTABLE, "This person is invited already."),
    NO_LEAD_INVITED(Kind.UNACCEPTABLE, "A meeting needs its lead."),
    QUESTIONS_NEEDED(Kind.UNACCEPTABLE, "A meeting led by the AI needs a published question set."),
    INVITEE_UNKNOWN(Kind.UNKNOWN, "There is no such invitee."),
    LEAD_STAYS_INVITED(Kind.CONFLICT, "The lead cannot be removed; cancel the meeting instead."),
    NOTHING_CHANGES(Kind.UNACCEPTABLE, "This changes nothing."),
    MOVED_TOO_OFTEN(Kind.CONFLICT, "This meeting was moved so often that only its host moves it now."),
    ALREADY_STARTED(Kind.CONFLICT, "The meeting has already started."),
    NOT_STARTED(Kind.CONFLICT, "The meeting has not started."),
    NOT_OPEN_YET(Kind.CONFLICT, "The room is not open yet."),
    ALREADY_ENDED(Kind.CONFLICT, "The meeting is already over."),
    NOT_ENDED(Kind.CONFLICT, "The meeting is not over yet."),
    NOT_IN_ROOM(Kind.CONFLICT, "This person is not in the room."),
    NOT_DISCLOSED(Kind.CONFLICT, "The interviewer has not yet said that it is an AI."),
    NO_CONSENT(Kind.CONFLICT, "This person has not agreed to be transcribed."),
    RESPONSE_IS_OLD(Kind.CONFLICT, "Something newer is known from this person."),
    PROPOSAL_UNKNOWN(Kind.UNKNOWN, "This person has proposed no other time."),
    STILL_IN_GRACE(Kind.CONFLICT, "The lead may still come."),
    NOT_ABSENT(Kind.CONFLICT, "Nobody waits for the lead."),
    NO_SUMMARY_YET(Kind.CONFLICT, "There is no summary to approve yet."),
    LEAD_CAME(Kind.CONFLICT, "The lead did come."),
    LINK_INVALID(Kind.UNKNOWN, "This link is not valid (any more)."),
    OTHER_ZONE_RULES(Kind.CONFLICT, "Other rules of time zones are in force here."),
    HOST_ADMITS(Kind.CONFLICT, "The host lets people in."),
    ROOM_LOCKED(Kind.CONFLICT, "The room is locked."),
    DENIED(Kind.FORBIDDEN, "The host did not let this person in."),
    REMOVED(Kind.FORBIDDEN, "The host has put this person out."),
    IN_ROOM_ALREADY(Kind.CONFLICT, "This person is in the room already."),
    HOST_IS_HERE(Kind.CONFLICT, "A host is here to decide."),
    NOT_FOR_SERIES(Kind.UNACCEPTABLE, "To meetings of a series people come by their invitation."),
    NOT_YOURSELF(Kind.FORBIDDEN, "Nobody does this for somebody else."),
    NOT_THE_HOST(Kind.FORBIDDEN, "Only the sales team may do this.");

    private final Kind kind;
    private final String text;

    MeetingRefusal(Kind kind, String text) {
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
