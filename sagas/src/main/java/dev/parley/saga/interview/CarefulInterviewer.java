package dev.parley.saga.interview;

import dev.parley.api.interview.Answer;
import dev.parley.api.questionset.Question;
import dev.parley.api.questionset.QuestionId;
import dev.parley.api.transcript.SegmentId;
import dev.parley.saga.interview.Interviewer.Cue;
import dev.parley.saga.interview.Interviewer.Hearing;
import dev.parley.saga.interview.Interviewer.Said;
import dev.parley.saga.interview.Interviewer.Understanding;
import dev.parley.saga.interview.Interviewer.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Believes an interviewer nothing that cannot be checked. It always has an answer in time: whatever fails, is late or makes no
 * sense is replaced by the words on file, so that no model ever holds up a meeting.
 */
final class CarefulInterviewer {
    private static final Logger log = LoggerFactory.getLogger(CarefulInterviewer.class);
    private static final int LONGEST_PHRASE = 1_000;
    private static final int LONGEST_VALUE = 2_000;

    private final Interviewer interviewer;
    private final Duration patience;

    CarefulInterviewer(Interviewer interviewer, Duration patience) {
        this.interviewer = interviewer;
        this.patience = patience;
    }

    /** @param newest what was said since the interviewer spoke last; a question of the lead counts only if it is among it */
    Understanding understand(Hearing hearing, String newest) {
        return inTime(() -> interviewer.understand(hearing))
                .map(understanding -> checked(understanding, hearing, newest))
                .orElseGet(() -> WordsOnFile.understand(hearing));
    }

    String phrase(Cue cue) {
        return inTime(() -> interviewer.phrase(cue))
                .map(String::strip)
                .filter(CarefulInterviewer::isSpeakable)
                .orElseGet(() -> WordsOnFile.phrase(cue));
    }

    Optional<Interviewer.Rest> rest(Instant now) {
        return interviewer.rest(now);
    }

    private static Understanding checked(Understanding understanding, Hearing hearing, String newest) {
        var known = Stream.concat(Stream.of(hearing.asked()), hearing.open().stream())
                .map(Question::questionId)
                .collect(Collectors.toSet());
        var texts = hearing.said().stream().collect(Collectors.toMap(Said::segmentId, Said::text, (_, later) -> later));
        var answers = new LinkedHashMap<QuestionId, Answer>();
        understanding.answers().forEach((question, answer) -> {
            if (known.contains(question) && isGrounded(answer, texts) && isMeantForUs(answer, texts))
                answers.put(question, answer);
            else log.info("an answer without ground was dropped: question {}", question);
        });
        var counterQuestion =
                understanding.counterQuestion().filter(words -> !words.isBlank() && newest.contains(words));
        return new Understanding(verdict(understanding, answers.keySet(), hearing), answers, counterQuestion);
    }

    private static Verdict verdict(Understanding understanding, Set<QuestionId> answered, Hearing hearing) {
        var claimed = understanding.verdict() == Verdict.ANSWERED;
        var onlyForTheMachine = hearing.said().stream().allMatch(Said::steersTheMachine);
        if (onlyForTheMachine && !hearing.said().isEmpty()) return Verdict.UNCLEAR;
        return claimed && !answered.contains(hearing.asked().questionId()) ? Verdict.UNCLEAR : understanding.verdict();
    }

    /** What was said to steer the machine is on record like all words, but nobody's answer. */
    private static boolean isMeantForUs(Answer answer, Map<SegmentId, String> texts) {
        return answer.evidence().stream()
                .noneMatch(segment -> WordsForTheMachine.areIn(texts.getOrDefault(segment, "")));
    }

    private static boolean isGrounded(Answer answer, Map<SegmentId, String> texts) {
        if (answer.value().isBlank() || answer.value().length() > LONGEST_VALUE) return false;
        if (!(answer.confidence() >= 0 && answer.confidence() <= 1)) return false;
        if (answer.evidence().isEmpty() || !texts.keySet().containsAll(answer.evidence())) return false;
        return !answer.quote().isBlank()
                && answer.evidence().stream()
                        .anyMatch(segment -> texts.getOrDefault(segment, "").contains(answer.quote()));
    }

    private static boolean isSpeakable(String words) {
        return !words.isBlank()
                && !ProtectedTraits.areAskedFor(words)
                && !WordsForTheMachine.areIn(words)
                && words.length() <= LONGEST_PHRASE
                && words.chars().noneMatch(c -> Character.isISOControl(c) && c != '\n');
    }

    private <T> Optional<T> inTime(Callable<T> work) {
        var task = new FutureTask<>(work);
        Thread.ofVirtual().name("interviewer").start(task);
        try {
            return Optional.ofNullable(task.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            log.warn("{} failed, the words on file are used: {}", interviewer.name(), String.valueOf(e.getCause()));
        } catch (TimeoutException e) {
            log.warn("{} took more than {}, the words on file are used", interviewer.name(), patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            task.cancel(true);
        }
        return Optional.empty();
    }
}
