package dev.parley.saga.summary;

import dev.parley.api.meeting.MeetingSummary;
import dev.parley.saga.summary.Summariser.Digest;
import dev.parley.saga.summary.Summariser.Insight;
import dev.parley.saga.summary.Summariser.Line;
import dev.parley.saga.summary.Summariser.Talk;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Believes a summariser nothing that cannot be checked, and lets the lead read nothing that is meant for the sales team. */
final class CarefulSummariser {
    private static final Logger log = LoggerFactory.getLogger(CarefulSummariser.class);
    private static final Set<String> KINDS =
            Set.of("need", "budget", "authority", "timing", "objection", "competitor", "next-step");
    private static final Pattern JUDGEMENT = Pattern.compile(
            "\\b(?:lead score|score of|scored|\\d+ points|(?:hot|warm|cold) lead|(?:dis)?qualified)\\b");
    private static final int LONGEST_HEADLINE = 300;
    private static final int LONGEST_SENTENCE = 1_000;
    private static final int POINTS = 12;
    private static final int INSIGHTS = 30;

    private final Summariser summariser;
    private final Duration patience;

    CarefulSummariser(Summariser summariser, Duration patience) {
        this.summariser = summariser;
        this.patience = patience;
    }

    Digest summarise(Talk talk) {
        return inTime(talk)
                .map(digest -> checked(digest, talk))
                .filter(digest -> isReadable(digest.summary()))
                .orElseGet(() -> InTheirOwnWords.of(talk));
    }

    private static Digest checked(Digest digest, Talk talk) {
        var segments = talk.lines().stream().map(Line::segmentId).collect(Collectors.toSet());
        var insights = digest.insights().stream()
                .filter(insight -> KINDS.contains(insight.kind()) && isSentence(insight.text()))
                .filter(insight -> !insight.evidence().isEmpty() && segments.containsAll(insight.evidence()))
                .limit(INSIGHTS)
                .toList();
        var ours = digest.insights().stream()
                .map(Insight::text)
                .filter(text ->
                        talk.lines().stream().noneMatch(line -> line.text().contains(text)))
                .toList();
        var summary = digest.summary();
        return new Digest(
                new MeetingSummary(
                        summary.headline(),
                        fitForTheLead(summary.points(), ours),
                        fitForTheLead(summary.nextSteps(), ours),
                        summary.writtenBy()),
                insights);
    }

    /** What the lead said may be told to the lead; what we make of it may not. */
    private static List<String> fitForTheLead(List<String> lines, List<String> ours) {
        return lines.stream()
                .filter(CarefulSummariser::isSentence)
                .filter(line -> !judges(line) && ours.stream().noneMatch(line::contains))
                .limit(POINTS)
                .toList();
    }

    private static boolean isReadable(MeetingSummary summary) {
        return isSentence(summary.headline())
                && summary.headline().length() <= LONGEST_HEADLINE
                && !judges(summary.headline())
                && !summary.points().isEmpty();
    }

    private static boolean judges(String line) {
        return JUDGEMENT.matcher(line.toLowerCase(Locale.ROOT)).find();
    }

    private static boolean isSentence(String text) {
        return !text.isBlank()
                && text.length() <= LONGEST_SENTENCE
                && text.chars().noneMatch(Character::isISOControl);
    }

    private Optional<Digest> inTime(Talk talk) {
        var task = new FutureTask<>(() -> summariser.summarise(talk));
        Thread.ofVirtual().name("summariser").start(task);
        try {
            return Optional.ofNullable(task.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            log.warn("the summariser failed, the meeting is told in its own words: {}", String.valueOf(e.getCause()));
        } catch (TimeoutException e) {
            log.warn("the summariser took more than {}, the meeting is told in its own words", patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            task.cancel(true);
        }
        return Optional.empty();
    }
}
