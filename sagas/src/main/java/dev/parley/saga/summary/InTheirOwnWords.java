package dev.parley.saga.summary;

import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.MeetingSummary;
import dev.parley.saga.summary.Summariser.Digest;
import dev.parley.saga.summary.Summariser.Line;
import dev.parley.saga.summary.Summariser.Talk;
import java.util.Comparator;
import java.util.List;

/** The summary when the summariser fails: what was understood, or else the longest things people said. It judges nothing. */
final class InTheirOwnWords {
    private static final int POINTS = 8;
    private static final int LONGEST_POINT = 300;

    private InTheirOwnWords() {}

    static Digest of(Talk talk) {
        var points = talk.answers().isEmpty() ? longest(talk) : answers(talk);
        var headline = clip(talk.title() + ": a conversation with " + talk.leadName());
        return new Digest(new MeetingSummary(headline, points, List.of(), "in-their-own-words"), List.of());
    }

    private static List<String> answers(Talk talk) {
        return talk.answers().entrySet().stream()
                .limit(POINTS)
                .map(entry -> clip(entry.getKey() + " " + entry.getValue()))
                .toList();
    }

    private static List<String> longest(Talk talk) {
        return talk.lines().stream()
                .filter(line -> line.role() != Invitee.Role.INTERVIEWER)
                .sorted(Comparator.comparingInt((Line line) -> line.text().length())
                        .reversed())
                .limit(POINTS)
                .map(line -> clip(line.speaker() + ": " + line.text()))
                .toList();
    }

    private static String clip(String text) {
        var line = text.replace('\n', ' ').strip();
        return line.length() <= LONGEST_POINT ? line : line.substring(0, LONGEST_POINT - 1) + "…";
    }
}
