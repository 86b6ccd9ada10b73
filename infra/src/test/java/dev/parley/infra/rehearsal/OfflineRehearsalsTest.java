package dev.parley.infra.rehearsal;

import static dev.parley.api.Samples.authority;
import static dev.parley.api.Samples.budget;
import static dev.parley.api.Samples.need;
import static dev.parley.api.Samples.qualification;
import static dev.parley.api.Samples.question;
import static dev.parley.api.Samples.timing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.questionset.PinnedQuestionSet;
import dev.parley.api.questionset.Question;
import dev.parley.api.questionset.Question.Signal;
import dev.parley.api.questionset.QuestionType;
import dev.parley.command.questionset.Rehearsals.Heard;
import dev.parley.command.questionset.Rehearsals.Left;
import dev.parley.command.questionset.Rehearsals.Manner;
import dev.parley.command.questionset.Rehearsals.Rehearsal;
import dev.parley.command.questionset.Rehearsals.Speaker;
import dev.parley.infra.offline.OfflineInterviewer;
import dev.parley.saga.interview.DryInterview;
import dev.parley.saga.interview.InterviewSettings;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** It has neither a log, nor a command bus, nor mail, nor a CRM: there is nothing that it could have an effect on. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OfflineRehearsalsTest {
    private static final InterviewSettings usual =
            new Binder(new MapConfigurationPropertySource()).bindOrCreate("parley.interview", InterviewSettings.class);
    private final OfflineRehearsals rehearsals =
            new OfflineRehearsals(new DryInterview(usual), new OfflineInterviewer());

    @ParameterizedTest
    @EnumSource
    void every_question_is_answered_or_left_aside_whatever_the_manner(Manner manner) {
        var rehearsal = rehearse(manner, 30, need, budget, authority, timing);
        assertThat(rehearsal.ended()).isPresent();
        assertThat(Stream.concat(
                        rehearsal.answers().stream().map(Heard::questionId),
                        rehearsal.leftAside().stream().map(Left::questionId)))
                .contains(need.questionId(), budget.questionId(), authority.questionId(), timing.questionId());
        assertThat(rehearsal.lines().getFirst().speaker()).isEqualTo(Speaker.INTERVIEWER);
        assertThat(rehearsal.lines()).anyMatch(line -> line.speaker() == Speaker.LEAD);
        assertThat(rehearsal.minutes()).isBetween(1, 10);
    }

    @Test
    void shows_what_would_be_understood() {
        var rehearsal = rehearse(Manner.HELPFUL, 30, budget, timing);
        assertThat(rehearsal.answers()).extracting(Heard::value).contains("yes", "2027-03-01");
    }

    @Test
    void more_questions_take_longer() {
        var few = rehearse(Manner.HELPFUL, 60, need, budget);
        var many = rehearse(Manner.HELPFUL, 60, questions(20));
        assertThat(many.minutes()).isGreaterThan(few.minutes());
    }

    @Test
    void shows_that_time_is_short() {
        var rehearsal = rehearse(Manner.HELPFUL, 5, questions(60));
        assertThat(rehearsal.ended()).contains("time-is-short");
        assertThat(rehearsal.leftAside()).extracting(Left::reason).contains("time-is-short");
        assertThat(rehearsal.minutes()).isLessThanOrEqualTo(6);
    }

    private Rehearsal rehearse(Manner manner, int minutes, Question... questions) {
        var set = new PinnedQuestionSet(qualification.questionSetId(), 1, "Qualification", List.of(questions));
        return rehearsals.rehearse(set, manner, Duration.ofMinutes(minutes));
    }

    private static Question[] questions(int number) {
        return IntStream.range(0, number)
                .mapToObj(
                        i -> question("What is wrong with number " + i + "?", QuestionType.OPEN, false, 0, Signal.NONE))
                .toArray(Question[]::new);
    }
}
