package dev.parley.infra.rehearsal;

import dev.parley.api.questionset.Question;
import dev.parley.api.questionset.QuestionType;
import dev.parley.command.questionset.Rehearsals.Manner;
import dev.parley.saga.interview.DryRun;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Answers any question plausibly, in its own manner, and the same way each time. */
final class SimulatedLead implements DryRun.Lead {
    private final Manner manner;
    private final Set<Question> asked = new HashSet<>();

    SimulatedLead(Manner manner) {
        this.manner = manner;
    }

    @Override
    public String answer(Question question, String words) {
        var first = asked.add(question);
        return switch (manner) {
            case HELPFUL -> helpful(question);
            case TERSE -> terse(question);
            case EVASIVE -> first ? evasive(question) : terse(question);
        };
    }

    private static String helpful(Question question) {
        return switch (question.type()) {
            case OPEN ->
                "Our reports take a whole week every month, because everything is copied by hand from three systems, and that should get much faster.";
            case YES_NO -> "Yes, we do.";
            case SCALE -> "I would say 8.";
            case NUMBER -> question.unit().matches("[A-Z]{3}") ? "About 40000 " + question.unit() + "." : "About 40.";
            case DATE -> "On 2027-03-01.";
            case CHOICE -> question.options().getFirst() + ", I think.";
            case MULTI -> String.join(" and ", twoOf(question.options())) + ".";
        };
    }

    private static String terse(Question question) {
        return switch (question.type()) {
            case OPEN -> "Faster reports.";
            case YES_NO -> "Yes.";
            case SCALE -> "8.";
            case NUMBER -> "40.";
            case DATE -> "2027-03-01.";
            case CHOICE, MULTI -> question.options().getFirst() + ".";
        };
    }

    /** Says nothing at first, and will not say at all what is not needed. */
    private static String evasive(Question question) {
        if (question.mandatory()) return "Hard to tell.";
        return question.type() == QuestionType.OPEN ? "I would rather not say." : "Why do you ask?";
    }

    private static List<String> twoOf(List<String> options) {
        return options.subList(0, Math.min(2, options.size()));
    }
}
