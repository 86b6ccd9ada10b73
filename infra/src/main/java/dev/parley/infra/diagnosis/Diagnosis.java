package dev.parley.infra.diagnosis;

import dev.parley.infra.diagnosis.Finding.State;
import java.util.List;

/**
 * All that was looked at, in order.
 *
 * @param verdict the first thing that is wrong, or that could be better, in one sentence
 */
public record Diagnosis(String server, boolean demo, boolean well, String verdict, String advice, List<Finding> steps) {

    static Diagnosis of(MailTarget target, List<Finding> steps) {
        var worst = first(steps, State.WRONG);
        var verdict = worst.isEmpty() ? first(steps, State.WARNING) : worst;
        return new Diagnosis(
                target.server(),
                target.demo(),
                worst.isEmpty(),
                verdict.stream().map(Finding::says).findFirst().orElse("All is well."),
                verdict.stream().map(Finding::advice).findFirst().orElse(""),
                steps);
    }

    static Diagnosis ofTheDemo(MailTarget target) {
        return new Diagnosis(
                target.server(),
                true,
                true,
                "This is the demo mailbox: letters are shown on a page and never leave this machine.",
                "Set PARLEY_MAIL_HOST to send.",
                List.of());
    }

    private static List<Finding> first(List<Finding> steps, State state) {
        return steps.stream().filter(step -> step.state() == state).limit(1).toList();
    }
}
