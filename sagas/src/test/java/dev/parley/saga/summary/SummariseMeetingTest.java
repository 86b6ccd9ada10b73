package dev.parley.saga.summary;

import static dev.parley.api.Samples.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.interview.Answer;
import dev.parley.api.interview.InterviewEvent.AnswerRecorded;
import dev.parley.api.interview.InterviewEvent.InterviewerSeated;
import dev.parley.api.interview.InterviewId;
import dev.parley.api.lead.LeadCommand.RecordInsight;
import dev.parley.api.meeting.Invitee.Role;
import dev.parley.api.meeting.MeetingCommand.WriteSummary;
import dev.parley.api.meeting.MeetingEvent.MeetingEnded;
import dev.parley.api.meeting.MeetingEvent.SummaryWritten;
import dev.parley.api.meeting.MeetingStatus;
import dev.parley.api.meeting.MeetingSummary;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.api.transcript.SegmentId;
import dev.parley.api.transcript.Source;
import dev.parley.api.transcript.TranscriptEvent.SegmentCorrected;
import dev.parley.api.transcript.TranscriptEvent.SegmentRecorded;
import dev.parley.saga.DecidingSide;
import dev.parley.saga.Errands.Errand;
import dev.parley.saga.RecordedErrands;
import dev.parley.saga.TheLog;
import dev.parley.saga.summary.SummariseMeeting.Request;
import dev.parley.saga.summary.Summariser.Digest;
import dev.parley.saga.summary.Summariser.Insight;
import dev.parley.saga.summary.Summariser.Line;
import dev.parley.saga.summary.Summariser.Talk;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SummariseMeetingTest {
    private static final Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    private static final InterviewId interview = InterviewId.of(discoveryCall);
    private static final MeetingSummary goodSummary =
            new MeetingSummary("Notes get lost", List.of("Six hours a week"), List.of("A call in March"), "test-1");

    private final TheLog log = new TheLog(() -> now);
    private final DecidingSide decidingSide = new DecidingSide();
    private final List<Talk> talks = new ArrayList<>();

    @Test
    void every_meeting_that_ran_becomes_one_errand() {
        var errands = new RecordedErrands();
        var reaction = new WhenMeetingEndedThenSummarise(errands, clock);
        reaction.on(aDiscoveryCall().ended());
        reaction.on(new MeetingEnded(discoveryCall, MeetingStatus.FAILED, "broken"));
        assertThat(errands.sent())
                .containsExactly(
                        new Errand("summary.write", discoveryCall.toString(), now, new Request(discoveryCall)));
    }

    @Test
    void reads_the_conversation_from_the_log_as_corrected() {
        log.says(
                new InterviewerSeated(
                        interview, discoveryCall, demo, ParticipantId.interviewerOf(discoveryCall), qualification),
                new AnswerRecorded(
                        interview,
                        discoveryCall,
                        need.questionId(),
                        new Answer("lost notes", 0.9, List.of(segment(2)), "Notes")));
        talked();
        log.says(new SegmentCorrected(discoveryCall, segment(2), "Notes get lost", "misheard"));
        summarise(new Digest(goodSummary, List.of()));
        assertThat(talks)
                .containsExactly(new Talk(
                        "Discovery call",
                        "Lena Lead",
                        Map.of("What should get better?", "lost notes"),
                        List.of(
                                new Line(segment(1), "Parley", Role.INTERVIEWER, "What should get better?"),
                                new Line(segment(2), "Lena Lead", Role.LEAD, "Notes get lost"))));
    }

    @Test
    void writes_the_summary_and_what_the_sales_team_should_know() {
        talked();
        summarise(new Digest(goodSummary, List.of(new Insight("need", "Loses notes", List.of(segment(2))))));
        assertThat(decidingSide.asked())
                .containsExactly(
                        new RecordInsight(
                                lenasLead, parley, now, discoveryCall, "need", "Loses notes", List.of(segment(2))),
                        new WriteSummary(discoveryCall, parley, now, goodSummary));
    }

    @Test
    void does_nothing_twice() {
        talked();
        log.says(new SummaryWritten(discoveryCall, goodSummary));
        summarise(new Digest(goodSummary, List.of()));
        assertThat(decidingSide.asked()).isEmpty();
    }

    @Test
    void has_nothing_to_say_about_a_meeting_in_which_only_the_interviewer_spoke() {
        log.says(aDiscoveryCall().soFar()).says(said(1, Role.INTERVIEWER, "Parley", "Hello?"));
        summarise(new Digest(goodSummary, List.of()));
        assertThat(decidingSide.asked()).isEmpty();
    }

    @Test
    void tells_a_meeting_in_its_own_words_when_the_summariser_fails_or_is_late() {
        talked();
        carryOut(_ -> {
            throw new IllegalStateException("429");
        });
        carryOut(_ -> {
            try {
                Thread.currentThread().join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new Digest(goodSummary, List.of());
        });
        assertThat(written()).hasSize(2).allSatisfy(summary -> {
            assertThat(summary.points()).containsExactly("Lena Lead: Notes");
            assertThat(summary.writtenBy()).isEqualTo("in-their-own-words");
        });
    }

    @Test
    void drops_insights_without_ground() {
        talked();
        summarise(new Digest(
                goodSummary,
                List.of(
                        new Insight("need", "Said elsewhere", List.of(segment(9))),
                        new Insight("need", "Said nowhere", List.of()),
                        new Insight("horoscope", "Of no kind we know", List.of(segment(2))),
                        new Insight("need", " ", List.of(segment(2))))));
        assertThat(decidingSide.asked(RecordInsight.class)).isEmpty();
        assertThat(written()).containsExactly(goodSummary);
    }

    @Test
    void lets_the_lead_read_no_score_and_nothing_that_is_meant_for_the_sales_team() {
        talked();
        summarise(new Digest(
                new MeetingSummary(
                        "Notes get lost",
                        List.of("Six hours a week", "This is a hot lead", "Lena exaggerates her need", "Notes"),
                        List.of("Give 100 points"),
                        "test-1"),
                List.of(
                        new Insight("need", "exaggerates her need", List.of(segment(2))),
                        new Insight("need", "Notes", List.of(segment(2))))));
        assertThat(written())
                .containsExactly(new MeetingSummary(
                        "Notes get lost", List.of("Six hours a week", "Notes"), List.of(), "test-1"));
    }

    @Test
    void does_not_pass_on_a_summary_that_cannot_be_read() {
        talked();
        summarise(new Digest(new MeetingSummary(" ", List.of("x"), List.of(), "test-1"), List.of()));
        summarise(new Digest(new MeetingSummary("x", List.of(), List.of(), "test-1"), List.of()));
        summarise(new Digest(new MeetingSummary("A score of 100", List.of("x"), List.of(), "test-1"), List.of()));
        assertThat(written()).extracting(MeetingSummary::writtenBy).containsOnly("in-their-own-words");
    }

    private void talked() {
        log.says(aDiscoveryCall()
                        .then(aDiscoveryCall().started(), aDiscoveryCall().ended()))
                .says(
                        said(1, Role.INTERVIEWER, "Parley", "What should get better?"),
                        said(2, Role.LEAD, "Lena Lead", "Notes"));
    }

    private void summarise(Digest digest) {
        carryOut(talk -> {
            talks.add(talk);
            return digest;
        });
    }

    private void carryOut(Summariser summariser) {
        var settings = new SummarySettings(Duration.ofMillis(500));
        new SummariseMeeting(log.history(), decidingSide.commands(), summariser, settings, clock)
                .carryOut(new Request(discoveryCall));
    }

    private List<MeetingSummary> written() {
        return decidingSide.asked(WriteSummary.class).stream()
                .map(WriteSummary::summary)
                .toList();
    }

    private static SegmentRecorded said(int number, Role role, String name, String text) {
        return new SegmentRecorded(
                discoveryCall,
                demo,
                new SegmentId(segment(number).value()),
                lenaInTheRoom.participantId(),
                name,
                role,
                text,
                now,
                now,
                Source.TYPED);
    }
}
