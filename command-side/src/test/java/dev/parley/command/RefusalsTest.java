package dev.parley.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.Refusal;
import dev.parley.api.RequestRefusal;
import dev.parley.api.ShapeRefusal;
import dev.parley.api.analysis.AnalysisRefusal;
import dev.parley.api.calendar.CalendarRefusal;
import dev.parley.api.feed.FeedRefusal;
import dev.parley.api.floor.FloorRefusal;
import dev.parley.api.hostpool.HostPoolRefusal;
import dev.parley.api.interview.InterviewRefusal;
import dev.parley.api.lead.LeadRefusal;
import dev.parley.api.meeting.MeetingRefusal;
import dev.parley.api.notification.NotificationRefusal;
import dev.parley.api.preference.PreferenceRefusal;
import dev.parley.api.questionset.QuestionSetRefusal;
import dev.parley.api.series.SeriesRefusal;
import dev.parley.api.template.TemplateRefusal;
import dev.parley.api.transcript.TranscriptRefusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Reads the sources, because a refusal that nobody tests is found in no report. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RefusalsTest {
    private static final String decisions = read(Path.of("src/main/java"));
    private static final String tests = read(Path.of("src/test/java"));

    @Test
    void are_each_tested() {
        assertThat(uttered())
                .hasSizeGreaterThan(50)
                .allSatisfy(refusal ->
                        assertThat(names(refusal, tests)).as(refusal.name()).isTrue());
    }

    private static List<Refusal> uttered() {
        return Stream.<Class<? extends Refusal>>of(
                        CalendarRefusal.class,
                        FeedRefusal.class,
                        HostPoolRefusal.class,
                        AnalysisRefusal.class,
                        FloorRefusal.class,
                        InterviewRefusal.class,
                        LeadRefusal.class,
                        MeetingRefusal.class,
                        NotificationRefusal.class,
                        PreferenceRefusal.class,
                        QuestionSetRefusal.class,
                        RequestRefusal.class,
                        SeriesRefusal.class,
                        ShapeRefusal.class,
                        TemplateRefusal.class,
                        TranscriptRefusal.class)
                .<Refusal>flatMap(refusals -> Arrays.stream(refusals.getEnumConstants()))
                .filter(refusal -> names(refusal, decisions))
                .toList();
    }

    private static boolean names(Refusal refusal, String sources) {
        return Pattern.compile("\\b" + refusal.name() + "\\b").matcher(sources).find();
    }

    private static String read(Path root) {
        try (var files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("RefusalsTest.java"))
                    .map(RefusalsTest::text)
                    .collect(Collectors.joining());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
