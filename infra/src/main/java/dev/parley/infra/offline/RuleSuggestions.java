package dev.parley.infra.offline;

import dev.parley.api.questionset.Question;
import dev.parley.api.questionset.Question.Signal;
import dev.parley.api.questionset.QuestionType;
import dev.parley.command.questionset.Suggestions;
import java.util.List;
import java.util.stream.Collectors;

/** Suggests what lead qualification usually wants to know and this draft does not ask. English. */
public final class RuleSuggestions implements Suggestions {
    static final String NAME = "rules-1";

    private static final List<Proposal> USUAL = List.of(
            proposal("What should get better for you?", QuestionType.OPEN, Signal.NEED, "what the lead needs"),
            proposal("Is there a budget for this?", QuestionType.YES_NO, Signal.BUDGET, "whether there is money"),
            proposal("Who decides about this?", QuestionType.OPEN, Signal.AUTHORITY, "who decides"),
            proposal("When should it be live?", QuestionType.DATE, Signal.TIMING, "when it is wanted"),
            proposal("How many people would use it?", QuestionType.NUMBER, Signal.FIT, "how large the lead is"));

    @Override
    public List<Proposal> suggest(Brief brief) {
        var known = brief.draft().stream().map(Question::signal).collect(Collectors.toSet());
        return USUAL.stream()
                .filter(proposal -> !known.contains(proposal.signal()))
                .toList();
    }

    private static Proposal proposal(String text, QuestionType type, Signal signal, String about) {
        return new Proposal(text, type, List.of(), signal, "No question of this set tells " + about + ".", NAME);
    }
}
