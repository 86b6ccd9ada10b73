package dev.parley.query.analysis;

import static dev.parley.api.Samples.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.TenantId;
import dev.parley.api.analysis.AnalysisEvent.SegmentAnalysed;
import dev.parley.api.analysis.AnalysisId;
import dev.parley.api.analysis.AnalysisQuery.MeetingAnalysis;
import dev.parley.api.analysis.BuyingSignal;
import dev.parley.api.analysis.Reading;
import dev.parley.api.analysis.Sentiment;
import dev.parley.api.interview.Answer;
import dev.parley.api.interview.InterviewEvent.AnswerRecorded;
import dev.parley.api.interview.InterviewEvent.InterviewerSeated;
import dev.parley.api.interview.InterviewEvent.QuestionAsked;
import dev.parley.api.interview.InterviewId;
import dev.parley.api.interview.MoveReason;
import dev.parley.api.meeting.Participant;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.api.questionset.Question;
import dev.parley.api.transcript.Source;
import dev.parley.api.transcript.TranscriptEvent.SegmentRecorded;
import dev.parley.api.transcript.TranscriptId;
import dev.parley.query.Told;
import dev.parley.query.Views;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AnalysisTest {
    @RegisterExtension
    static final Views views = new Views();

    private static final InterviewId interview = InterviewId.of(discoveryCall);
    private static final Reading weary = new Reading(new Sentiment(Sentiment.Mood.NEGATIVE, 0.5), List.of(), "rules-1");
    private static final Reading funded = new Reading(
            new Sentiment(Sentiment.Mood.NEUTRAL, 0.5),
            List.of(new BuyingSignal(BuyingSignal.Kind.BUDGET, 0, 5, "Money", false, 0.7)),
            "rules-1");

    private Told told;

    @BeforeEach
    void begin() {
        told = new Told(views)
                .that(discoveryCall, aDiscoveryCall().soFar())
                .that(
                        interview,
                        new InterviewerSeated(
                                interview,
                                discoveryCall,
                                demo,
                                ParticipantId.interviewerOf(discoveryCall),
                                qualification));
    }

    @Test
    void names_the_question_that_was_answered_and_what_was_read_out_of_the_answer() {
        asks(1, need).lenaSays(2).reads(2, weary);
        asks(3, budget).lenaSays(4).lenaSays(5).reads(5, funded);

        assertThat(analysis().readings())
                .satisfiesExactly(
                        first -> {
                            assertThat(first.segmentId()).isEqualTo(segment(2));
                            assertThat(first.answers()).contains(need.questionId());
                            assertThat(first.sentiment()).isEqualTo(weary.sentiment());
                        },
                        second -> {
                            assertThat(second.segmentId()).isEqualTo(segment(5));
                            assertThat(second.answers()).contains(budget.questionId());
                            assertThat(second.signals()).isEqualTo(funded.signals());
                        });
    }

    @Test
    void a_later_reading_stands_in_place_of_an_earlier_one() {
        lenaSays(2).reads(2, weary).reads(2, funded);

        assertThat(analysis().readings()).singleElement().satisfies(reading -> {
            assertThat(reading.signals()).isEqualTo(funded.signals());
            assertThat(reading.answers()).isEmpty();
        });
    }

    @Test
    void tells_what_is_still_to_be_covered() {
        asks(1, need).lenaSays(2);
        told.that(
                interview,
                new AnswerRecorded(
                        interview,
                        discoveryCall,
                        need.questionId(),
                        new Answer("lost notes", 0.9, List.of(segment(2)), "word")));

        assertThat(analysis().coverage()).satisfies(coverage -> {
            assertThat(coverage.questions()).isEqualTo(4);
            assertThat(coverage.answered()).isEqualTo(1);
            assertThat(coverage.settled()).isEqualTo(1);
            assertThat(coverage.openMandatory()).containsExactly(budget.questionId());
        });
    }

    @Test
    void counts_how_people_talked() {
        asks(1, need).lenaSays(2).lenaSays(12);

        assertThat(analysis().talk()).satisfies(talk -> {
            assertThat(talk.length()).isEqualTo(Duration.ofSeconds(13));
            assertThat(talk.questionsPerHour()).isEqualTo(3_600 / 13.0);
            assertThat(talk.speakers())
                    .singleElement()
                    .satisfies(lena -> assertThat(lena.spoken()).isEqualTo(Duration.ofSeconds(6)));
        });
    }

    @Test
    void is_nobodys_business_elsewhere() {
        assertThat(of(elsewhere)).isEmpty();
        assertThat(of(demo)).isPresent();
    }

    private AnalysisTest asks(int number, Question question) {
        told.that(
                interview,
                new QuestionAsked(
                        interview,
                        discoveryCall,
                        number,
                        question.questionId(),
                        0,
                        question.text(),
                        MoveReason.NEXT_IN_ORDER,
                        segment(number)));
        return this;
    }

    /** For three seconds, beginning at as many seconds as the segment's number. */
    private AnalysisTest lenaSays(int number) {
        Participant lena = lenaInTheRoom;
        told.that(
                TranscriptId.of(discoveryCall),
                new SegmentRecorded(
                        discoveryCall,
                        demo,
                        segment(number),
                        lena.participantId(),
                        lena.name(),
                        lena.role(),
                        "Money is no word for it.",
                        now.plusSeconds(number),
                        now.plusSeconds(number + 3),
                        Source.SPEECH));
        return this;
    }

    private AnalysisTest reads(int number, Reading reading) {
        var id = AnalysisId.of(discoveryCall);
        told.that(id, new SegmentAnalysed(id, discoveryCall, demo, segment(number), reading));
        return this;
    }

    private static MeetingAnalysis analysis() {
        return of(demo).orElseThrow();
    }

    private static Optional<MeetingAnalysis> of(TenantId tenant) {
        return new AnalysisReader(views.reads()).of(tenant, discoveryCall).blockOptional(Duration.ofSeconds(30));
    }
}
