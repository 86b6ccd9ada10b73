package dev.parley.saga.summary;

import dev.parley.api.TenantId;
import dev.parley.api.interview.InterviewEvent;
import dev.parley.api.interview.InterviewEvent.AnswerRecorded;
import dev.parley.api.interview.InterviewEvent.InterviewerSeated;
import dev.parley.api.interview.InterviewId;
import dev.parley.api.lead.LeadId;
import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.MeetingEvent;
import dev.parley.api.meeting.MeetingEvent.MeetingDetailsRevised;
import dev.parley.api.meeting.MeetingEvent.MeetingScheduled;
import dev.parley.api.meeting.MeetingEvent.SummaryWritten;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.questionset.Question;
import dev.parley.api.questionset.QuestionId;
import dev.parley.api.transcript.SegmentId;
import dev.parley.api.transcript.TranscriptEvent;
import dev.parley.api.transcript.TranscriptEvent.SegmentCorrected;
import dev.parley.api.transcript.TranscriptEvent.SegmentRecorded;
import dev.parley.api.transcript.TranscriptEvent.SegmentRedacted;
import dev.parley.api.transcript.TranscriptEvent.TranscriptGapRecorded;
import dev.parley.api.transcript.TranscriptId;
import dev.parley.saga.History;
import dev.parley.saga.summary.Summariser.Line;
import dev.parley.saga.summary.Summariser.Talk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A meeting that is over, read once from the log: who it was with, and all that was said and understood. */
record EndedMeeting(TenantId tenant, LeadId leadId, Talk talk, boolean summarised) {

    static EndedMeeting of(MeetingId meeting, History history) {
        var events = history.of(meeting, MeetingEvent.class);
        if (events.isEmpty() || !(events.getFirst().event() instanceof MeetingScheduled agreed))
            throw new IllegalStateException("nobody scheduled meeting " + meeting);
        var title = agreed.title();
        var summarised = false;
        for (var fact : events) {
            if (fact.event() instanceof MeetingDetailsRevised revised) title = revised.title();
            summarised |= fact.event() instanceof SummaryWritten;
        }
        var talk = new Talk(title, leadName(agreed), answers(meeting, history), lines(meeting, history));
        return new EndedMeeting(agreed.tenant(), agreed.leadId(), talk, summarised);
    }

    boolean hasWordsOfPeople() {
        return talk.lines().stream().anyMatch(line -> line.role() != Invitee.Role.INTERVIEWER);
    }

    private static String leadName(MeetingScheduled agreed) {
        return agreed.invitees().stream()
                .filter(invitee -> invitee.role() == Invitee.Role.LEAD)
                .map(Invitee::name)
                .findFirst()
                .orElse("The lead");
    }

    private static Map<String, String> answers(MeetingId meeting, History history) {
        var values = new LinkedHashMap<QuestionId, String>();
        var questions = new ArrayList<Question>();
        for (var fact : history.of(InterviewId.of(meeting), InterviewEvent.class)) {
            if (fact.event() instanceof InterviewerSeated seated)
                questions.addAll(seated.questionSet().questions());
            if (fact.event() instanceof AnswerRecorded recorded)
                values.put(recorded.questionId(), recorded.answer().value());
        }
        var answers = new LinkedHashMap<String, String>();
        for (var question : questions) {
            var value = values.get(question.questionId());
            if (value != null) answers.put(question.text(), value);
        }
        return answers;
    }

    private static List<Line> lines(MeetingId meeting, History history) {
        var lines = new LinkedHashMap<SegmentId, Line>();
        for (var fact : history.of(TranscriptId.of(meeting), TranscriptEvent.class)) {
            switch (fact.event()) {
                case SegmentRecorded said ->
                    lines.put(
                            said.segmentId(),
                            new Line(said.segmentId(), said.speakerName(), said.speakerRole(), said.text()));
                case SegmentCorrected corrected ->
                    lines.computeIfPresent(
                            corrected.segmentId(),
                            (id, line) -> new Line(id, line.speaker(), line.role(), corrected.text()));
                case SegmentRedacted taken -> lines.remove(taken.segmentId());
                case TranscriptGapRecorded _ -> {}
            }
        }
        return List.copyOf(lines.values());
    }
}
