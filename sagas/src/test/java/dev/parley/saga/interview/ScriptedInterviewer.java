package dev.parley.saga.interview;

import dev.parley.api.interview.Answer;
import dev.parley.api.questionset.Question;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Understands what a test tells it to, in order, and remembers what it was asked. */
public final class ScriptedInterviewer implements Interviewer {
    private final Deque<Function<Hearing, Understanding>> script = new ArrayDeque<>();
    private final List<Hearing> hearings = new ArrayList<>();
    private final List<Cue> cues = new ArrayList<>();
    private @Nullable Rest rest;
    private Function<Cue, String> phrases = cue ->
            cue.kind() + cue.question().map(question -> ": " + question.text()).orElse("");

    public ScriptedInterviewer understanding(Function<Hearing, Understanding> next) {
        script.add(next);
        return this;
    }

    /** The whole of the lead's last words is the answer. */
    public ScriptedInterviewer answered(String value) {
        return answered(value, 0.9);
    }

    public ScriptedInterviewer answered(String value, double confidence) {
        return understanding(hearing -> new Understanding(
                Verdict.ANSWERED,
                Map.of(hearing.asked().questionId(), answer(hearing, value, confidence)),
                Optional.empty()));
    }

    public ScriptedInterviewer judged(Verdict verdict) {
        return understanding(_ -> new Understanding(verdict, Map.of(), Optional.empty()));
    }

    public ScriptedInterviewer askedBack(String question) {
        return understanding(_ -> new Understanding(Verdict.UNCLEAR, Map.of(), Optional.of(question)));
    }

    public ScriptedInterviewer alsoAnswered(String value, Question ahead, String valueAhead) {
        return understanding(hearing -> new Understanding(
                Verdict.ANSWERED,
                Map.of(
                        hearing.asked().questionId(), answer(hearing, value, 0.9),
                        ahead.questionId(), answer(hearing, valueAhead, 0.9)),
                Optional.empty()));
    }

    public ScriptedInterviewer phrasing(Function<Cue, String> words) {
        phrases = words;
        return this;
    }

    public static Answer answer(Hearing hearing, String value, double confidence) {
        var last = hearing.said().getLast();
        return new Answer(value, confidence, List.of(last.segmentId()), last.text());
    }

    @Override
    public Understanding understand(Hearing hearing) {
        hearings.add(hearing);
        if (script.isEmpty()) throw new IllegalStateException("nothing in the script for " + hearing);
        return script.remove().apply(hearing);
    }

    @Override
    public String phrase(Cue cue) {
        cues.add(cue);
        return phrases.apply(cue);
    }

    @Override
    public Optional<Rest> rest(Instant now) {
        return Optional.ofNullable(rest);
    }

    /** From now on a model rests, and simpler rules answer. */
    public ScriptedInterviewer resting(Rest rest) {
        this.rest = rest;
        return this;
    }

    @Override
    public String name() {
        return "scripted";
    }

    public List<Hearing> hearings() {
        return hearings;
    }

    public List<Cue> cues() {
        return cues;
    }
}
