package dev.parley.saga.interview;

import static dev.parley.api.interview.MoveReason.*;

import dev.parley.api.interview.MoveReason;
import dev.parley.api.questionset.Question;
import dev.parley.api.questionset.QuestionType;
import dev.parley.saga.interview.Interviewer.Verdict;
import dev.parley.saga.interview.Plan.Aside;
import dev.parley.saga.interview.Plan.Ask;
import dev.parley.saga.interview.Plan.Close;
import dev.parley.saga.interview.Plan.Complete;
import dev.parley.saga.interview.Plan.Greet;
import dev.parley.saga.interview.Plan.Yield;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Decides what the interviewer does next: the same progress, the same judgement and the same time give the same plan. */
final class Planner {
    private final InterviewSettings settings;

    Planner(InterviewSettings settings) {
        this.settings = settings;
    }

    /** What a listener made of the lead's latest words; the answers themselves stand in the progress already. */
    record Heard(Verdict verdict, boolean askedBack) {}

    /** What comes next, unless somebody else is to be heard first; a goodbye comes in any case. */
    Plan nextFor(Progress progress, Optional<Heard> heard, Instant now) {
        var plan = next(progress, heard, now);
        return progress.floor()
                .next()
                .filter(_ -> plan.move() instanceof Ask)
                .map(who -> new Plan(plan.asides(), new Yield(who)))
                .orElse(plan);
    }

    /** @param heard empty when nothing was said that belongs to a question */
    Plan next(Progress progress, Optional<Heard> heard, Instant now) {
        if (progress.hasSaidGoodbye()) return new Plan(List.of(), new Complete(whyItEnds(progress)));
        if (verdict(heard) == Verdict.WANTS_TO_STOP) return close(progress, LEAD_ASKED_TO_STOP);
        if (progress.moves() == 0) return new Plan(List.of(), new Greet());
        if (!now.isBefore(progress.end().minus(settings.closesBefore()))) return close(progress, TIME_IS_SHORT);
        return progress.onTheTable()
                .map(asked -> heard.map(words -> afterHearing(progress, asked, words, now))
                        .orElseGet(() -> afterSilence(progress, asked, now)))
                .orElseGet(() -> goOn(progress, now));
    }

    private Plan afterHearing(Progress progress, Question asked, Heard heard, Instant now) {
        if (heard.verdict() == Verdict.REFUSED) return leaveAside(progress, asked, REFUSED_TO_ANSWER, now);
        if (heard.verdict() == Verdict.ANSWERED && isSure(progress, asked)) return goOn(progress, now);
        if (heard.verdict() == Verdict.LATER) return putOff(progress, asked, now);
        if (heard.askedBack() && progress.isOpen(asked)) return comeBackTo(progress, asked, now);
        if (heard.verdict() == Verdict.ANSWERED && isWorthConfirming(progress, asked))
            return progress.wasConfirmed(asked)
                    ? goOn(progress, now)
                    : ask(asked, progress.followUps(asked), CONFIRMING);
        return digDeeper(progress, asked, heard.verdict() == Verdict.SHALLOW ? ANSWER_SHALLOW : ANSWER_UNCLEAR, now);
    }

    /** After a pause the question is put once more; an answered one is not. */
    private Plan afterSilence(Progress progress, Question asked, Instant now) {
        return progress.isOpen(asked) ? ask(asked, 0, NEXT_IN_ORDER) : goOn(progress, now);
    }

    /** A misheard value would be written down as a fact; of an open answer the words themselves are kept. */
    private static boolean isWorthConfirming(Progress progress, Question asked) {
        return asked.type() != QuestionType.OPEN && progress.answerTo(asked).isPresent();
    }

    /** Once, and only while there is something else to talk about. */
    private Plan putOff(Progress progress, Question asked, Instant now) {
        if (!progress.isOpen(asked)) return goOn(progress, now);
        var next = nextOf(progress.open(), Predicate.not(asked::equals), progress, now);
        return progress.wasParkedBefore(asked) || next.move() instanceof Close
                ? leaveAside(progress, asked, PARKED, now)
                : becauseAnotherWaits(next);
    }

    private static Plan becauseAnotherWaits(Plan plan) {
        return plan.move() instanceof Ask next && next.reason() == NEXT_IN_ORDER
                ? new Plan(plan.asides(), new Ask(next.question(), 0, PARKED))
                : plan;
    }

    private Plan comeBackTo(Progress progress, Question asked, Instant now) {
        return progress.digressions(asked) < settings.digressions()
                ? ask(asked, 0, OFF_TOPIC)
                : leaveAside(progress, asked, OFF_TOPIC, now);
    }

    private Plan digDeeper(Progress progress, Question asked, MoveReason why, Instant now) {
        var followUp = progress.followUps(asked) + 1;
        var mandatory = progress.open().stream().filter(Question::mandatory).count();
        return followUp <= asked.maxFollowUps() && isTimeFor(mandatory + 1, progress, now)
                ? ask(asked, followUp, why)
                : leaveAside(progress, asked, why, now);
    }

    private Plan leaveAside(Progress progress, Question asked, MoveReason why, Instant now) {
        if (!progress.isOpen(asked)) return goOn(progress, now);
        var others =
                progress.open().stream().filter(open -> !open.equals(asked)).toList();
        var next = nextOf(others, _ -> true, progress, now);
        return new Plan(
                Stream.concat(Stream.of(new Aside(asked, why)), next.asides().stream())
                        .toList(),
                next.move());
    }

    private Plan goOn(Progress progress, Instant now) {
        return nextOf(progress.open(), _ -> true, progress, now);
    }

    private Plan nextOf(List<Question> open, Predicate<Question> isWanted, Progress progress, Instant now) {
        var asides = new ArrayList<Aside>();
        var left = new ArrayList<Question>();
        for (var question : open)
            asideFrom(question, left, progress).ifPresentOrElse(asides::add, () -> left.add(question));
        var askable = inTurn(left, progress).filter(isWanted).filter(question -> !waits(question, left));
        return new Plan(List.copyOf(asides), firstOf(askable.toList(), left, progress, now));
    }

    /** @param before the open ones that come before it, which are all that it can depend on */
    private static Optional<Aside> asideFrom(Question question, List<Question> before, Progress progress) {
        if (isNotOursToAsk(question)) return Optional.of(new Aside(question, NOT_OURS_TO_ASK));
        return waits(question, before) || progress.isDue(question)
                ? Optional.empty()
                : Optional.of(new Aside(question, NOT_APPLICABLE));
    }

    private Plan.Move firstOf(List<Question> askable, List<Question> open, Progress progress, Instant now) {
        if (askable.isEmpty()) return new Close(whyItEnds(progress));
        var first = askable.getFirst();
        var why = progress.isParked(first) ? RETURNING : NEXT_IN_ORDER;
        if (isTimeFor(open.size(), progress, now)) return new Ask(first, 0, why);
        var needed = askable.stream()
                .filter(question -> isNeeded(question, open))
                .findFirst()
                .orElse(first);
        return new Ask(needed, 0, needed.equals(first) ? why : MANDATORY_FIRST);
    }

    /** For the answer to another one. */
    private static boolean waits(Question question, List<Question> others) {
        return others.stream().anyMatch(other -> question.dependsOn(other.questionId()));
    }

    /** Mandatory, or on the way to one that is. */
    private static boolean isNeeded(Question question, List<Question> open) {
        return question.mandatory()
                || open.stream()
                        .filter(other -> other.dependsOn(question.questionId()))
                        .anyMatch(other -> isNeeded(other, open));
    }

    /** What was put off comes last. */
    private static Stream<Question> inTurn(List<Question> open, Progress progress) {
        return Stream.concat(
                open.stream().filter(question -> !progress.isParked(question)),
                open.stream().filter(progress::isParked));
    }

    private static boolean isNotOursToAsk(Question question) {
        return ProtectedTraits.areAskedFor(question.text());
    }

    private Plan close(Progress progress, MoveReason why) {
        var asides = progress.open().stream().map(open -> new Aside(open, why)).toList();
        return new Plan(asides, new Close(why));
    }

    private static Plan ask(Question question, int followUp, MoveReason reason) {
        return new Plan(List.of(), new Ask(question, followUp, reason));
    }

    private static MoveReason whyItEnds(Progress progress) {
        return Stream.of(LEAD_ASKED_TO_STOP, TIME_IS_SHORT)
                .filter(progress::wasSkippedFor)
                .findFirst()
                .orElse(ALL_COVERED);
    }

    private static Verdict verdict(Optional<Heard> heard) {
        return heard.map(Heard::verdict).orElse(Verdict.UNCLEAR);
    }

    private boolean isSure(Progress progress, Question asked) {
        return progress.answerTo(asked)
                .filter(answer -> answer.confidence() >= settings.sureFrom())
                .isPresent();
    }

    private boolean isTimeFor(long questions, Progress progress, Instant now) {
        var left = Duration.between(now, progress.end().minus(settings.closesBefore()));
        return settings.perQuestion().multipliedBy(questions).compareTo(left) <= 0;
    }
}
