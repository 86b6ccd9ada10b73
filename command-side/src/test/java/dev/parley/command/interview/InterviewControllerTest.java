package dev.parley.command.interview;

import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.budget;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.now;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.interview.InterviewCommand.HandInterviewToHuman;
import dev.parley.api.interview.InterviewCommand.PauseInterview;
import dev.parley.api.interview.InterviewCommand.ResumeInterview;
import dev.parley.api.interview.InterviewCommand.SkipQuestion;
import dev.parley.api.interview.InterviewId;
import dev.parley.api.interview.MoveReason;
import dev.parley.command.Counter;
import dev.parley.command.RecordedCommands;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InterviewControllerTest {
    private static final InterviewId talk = InterviewId.of(discoveryCall);
    private static final String path = "/meetings/" + discoveryCall + "/interview";

    private final RecordedCommands recorded = new RecordedCommands();
    private final Counter counter =
            Counter.of(new InterviewController(recorded.commands(), Clock.fixed(now, ZoneOffset.UTC)));

    @Test
    void takes_what_a_host_decides_about_the_interviewer() {
        counter.post(path + "/take-over", "").expectStatus().isNoContent();
        counter.post(path + "/questions/" + budget.questionId() + "/cover", "")
                .expectStatus()
                .isNoContent();
        counter.post(path + "/resume", "").expectStatus().isNoContent();
        counter.post(path + "/pause", "{\"reason\":\"phone rings\"}")
                .expectStatus()
                .isNoContent();
        assertThat(recorded.given())
                .containsExactly(
                        new HandInterviewToHuman(talk, alice, now),
                        new SkipQuestion(talk, alice, now, budget.questionId(), MoveReason.COVERED_BY_HUMAN),
                        new ResumeInterview(talk, alice, now),
                        new PauseInterview(talk, alice, now, "phone rings"));
    }

    @Test
    void refuses_what_is_no_question() {
        Counter.refused(counter.post(path + "/questions/seven/cover", ""), 400, "MALFORMED_ID", "questionId");
    }
}
