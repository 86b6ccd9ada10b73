package dev.parley.infra.http;

import dev.parley.api.Refusal;
import dev.parley.api.interview.InterviewRefusal;
import dev.parley.api.lead.LeadRefusal;
import dev.parley.api.meeting.MeetingRefusal;
import dev.parley.api.questionset.QuestionSetRefusal;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** The refusal for a thing that the log has never heard of, told by the first word of the address. */
final class UnknownThing {
    private static final Map<String, Refusal> BY_FIRST_WORD = Map.of(
            "meetings", MeetingRefusal.MEETING_UNKNOWN,
            "guest", MeetingRefusal.MEETING_UNKNOWN,
            "leads", LeadRefusal.LEAD_UNKNOWN,
            "question-sets", QuestionSetRefusal.QUESTION_SET_UNKNOWN,
            "interviews", InterviewRefusal.INTERVIEW_UNKNOWN);

    private UnknownThing() {}

    static Problem at(String path) {
        var words = path.replaceFirst("^/api/v1/", "").split("/", 2);
        var refusal = BY_FIRST_WORD.get(words[0]);
        return refusal == null ? StatusFaults.of(HttpStatus.NOT_FOUND) : Problem.of(refusal, "");
    }
}
