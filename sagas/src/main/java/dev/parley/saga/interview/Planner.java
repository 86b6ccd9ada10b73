package dev.parley.saga.interview;

import static dev.parley.api.interview.MoveReason.*;

import dev.parley.api.interview.MoveReason;
import dev.parley.api.questionset.Question;
import dev.parley.saga.interview.Interviewer.Verdict;
import dev.parley.saga.interview.Plan.Aside;
import dev.parley.saga.interview.Plan.Ask;
import dev.parley.saga.interview.Plan.Close;
import dev.parley.saga.interview.Plan.Complete;
import dev.parley.saga.interview.Plan.Greet;
import dev.parley.saga.interview.Plan.Yield;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
        if (heard.askedBack() && progress.isOpen(asked)) return comeBackTo(progress, asked, now);
        return digDeeper(progress, asked, heard.verdict() == Verdict.SHALLOW ? ANSWER_SHALLOW : ANSWER_UNCLEAR, now);
    }

    /** After a pause the question is put once more; an answered one is not. */
    private Plan afterSilence(Progress progress, Question asked, Instant now) {
        return progress.isOpen(asked) ? ask(asked, 0, NEXT_IN_ORDER) : goOn(progress, now);
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
        var next = nextOf(others, progress, now);
        return new Plan(
                Stream.concat(Stream.of(new Aside(asked, why)), next.asides().stream())
                        .toList(),
                next.move());
    }

    private Plan goOn(Progress progress, Instant now) {
        return nextOf(progress.open(), progress, now);
    }

    private Plan nextOf(List<Question> open, Progress progress, Instant now) {
        if (open.isEmpty()) return new Plan(List.of(), new Close(whyItEnds(progress)));
        var first = open.getFirst();
        if (isTimeFor(open.size(), progress, now)) return ask(first, 0, NEXT_IN_ORDER);
        var mandatory = open.stream().filter(Question::mandatory).findFirst().orElse(first);
        return ask(mandatory, 0, mandatory.equals(first) ? NEXT_IN_ORDER : MANDATORY_FIRST);
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
