package dev.parley.infra.offline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.saga.interview.Interviewer;
import dev.parley.saga.interview.Interviewer.Verdict;
import dev.parley.saga.interview.InterviewerContract;
import java.util.List;
import org.junit.jupiter.api.Test;

class OfflineInterviewerTest extends InterviewerContract {

    @Override
    protected Interviewer interviewer() {
        return new OfflineInterviewer();
    }

    @Test
    void wants_to_hear_more_after_a_shrug() {
        assertThat(interviewer().understand(hearing(TEAM, List.of(), "A few.")).verdict())
                .isEqualTo(Verdict.SHALLOW);
        assertThat(interviewer()
                        .understand(hearing(BUDGET, List.of(), "Hmm, hard to say."))
                        .verdict())
                .isEqualTo(Verdict.SHALLOW);
    }

    @Test
    void does_not_take_a_lack_of_budget_for_a_budget() {
        var understanding = interviewer().understand(hearing(BUDGET, List.of(), "There is no budget this year."));
        assertThat(understanding.answers().get(BUDGET.questionId()).value()).isEqualTo("no");
    }

    @Test
    void takes_an_amount_for_a_budget_and_a_maybe_for_less_than_a_yes() {
        var vague = interviewer()
                .understand(hearing(BUDGET, List.of(), "Well, somewhere around 10,000 perhaps, it depends."));
        assertThat(vague.answers().get(BUDGET.questionId()).value()).isEqualTo("yes");
        assertThat(vague.answers().get(BUDGET.questionId()).confidence()).isLessThan(0.5);
    }

    @Test
    void does_not_stop_because_somebody_wants_to_stop_losing_leads() {
        var understanding = interviewer()
                .understand(hearing(PROBLEM, List.of(), "We must stop losing leads after the first call."));
        assertThat(understanding.verdict()).isEqualTo(Verdict.ANSWERED);
        var mistakes = interviewer()
                .understand(hearing(PROBLEM, List.of(), "Every tenth order has a mistake. We need to stop that."));
        assertThat(mistakes.verdict()).isEqualTo(Verdict.ANSWERED);
        assertThat(interviewer()
                        .understand(hearing(PROBLEM, List.of(), "I want to stop now."))
                        .verdict())
                .isEqualTo(Verdict.WANTS_TO_STOP);
    }

    @Test
    void takes_no_number_beyond_the_scale() {
        assertThat(interviewer()
                        .understand(hearing(URGENCY, List.of(), "1e400"))
                        .verdict())
                .isEqualTo(Verdict.UNCLEAR);
        assertThat(interviewer().understand(hearing(URGENCY, List.of(), "100")).verdict())
                .isEqualTo(Verdict.UNCLEAR);
    }

    @Test
    void is_never_overwhelmed_by_ten_thousand_characters() {
        var words = "a ".repeat(4_999) + "!?";
        assertThat(interviewer()
                        .understand(hearing(PROBLEM, List.of(BUDGET, TEAM), words))
                        .verdict())
                .isNotNull();
    }
}
