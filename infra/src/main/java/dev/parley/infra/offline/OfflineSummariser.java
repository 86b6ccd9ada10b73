package dev.parley.infra.offline;

import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.MeetingSummary;
import dev.parley.saga.summary.Summariser;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Summarises without a model: what was understood, in the order it was asked, and the sentences that signal something. */
public final class OfflineSummariser implements Summariser {
    private static final int POINTS = 12;
    private static final int INSIGHTS_OF_A_KIND = 2;
    private static final Pattern PROMISE = Pattern.compile(
            "\\b(?:i will|i'll|we will|we'll|let me|happy to) (?:send|share|call|check|ask|look|introduce)\\b");
    private static final Map<String, Pattern> SIGNALS = signals();

    @Override
    public Digest summarise(Talk talk) {
        return new Digest(summary(talk), insights(talk));
    }

    private static MeetingSummary summary(Talk talk) {
        var points = talk.answers().entrySet().stream()
                .limit(POINTS)
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .toList();
        return new MeetingSummary(
                headline(talk), points.isEmpty() ? longestLines(talk) : points, nextSteps(talk), "offline-1");
    }

    private static String headline(Talk talk) {
        var answered = talk.answers().size();
        if (answered == 0)
            return talk.title() + ": a conversation of " + talk.lines().size() + " turns";
        return talk.title() + ": " + talk.leadName() + " answered " + answered
                + (answered == 1 ? " question" : " questions");
    }

    private static List<String> longestLines(Talk talk) {
        return talk.lines().stream()
                .filter(line -> line.role() != Invitee.Role.INTERVIEWER)
                .sorted(Comparator.comparingInt((Line line) -> line.text().length())
                        .reversed())
                .limit(3)
                .map(line -> line.speaker() + ": " + clip(line.text()))
                .toList();
    }

    private static List<String> nextSteps(Talk talk) {
        var promises = new ArrayList<String>();
        for (var line : talk.lines())
            if (line.role() != Invitee.Role.INTERVIEWER
                    && PROMISE.matcher(line.text().toLowerCase(Locale.ROOT)).find())
                promises.add(line.speaker() + ": " + clip(line.text()));
        promises.add("A colleague follows up with " + talk.leadName() + ".");
        return promises.stream().limit(5).toList();
    }

    private static List<Insight> insights(Talk talk) {
        var insights = new ArrayList<Insight>();
        SIGNALS.forEach((kind, pattern) -> talk.lines().stream()
                .filter(line -> line.role() == Invitee.Role.LEAD)
                .filter(line ->
                        pattern.matcher(line.text().toLowerCase(Locale.ROOT)).find())
                .limit(INSIGHTS_OF_A_KIND)
                .forEach(line -> insights.add(new Insight(kind, clip(line.text()), List.of(line.segmentId())))));
        return insights;
    }

    private static String clip(String text) {
        var line = text.replace('\n', ' ');
        return line.length() <= 300 ? line : line.substring(0, 299) + "…";
    }

    private static Map<String, Pattern> signals() {
        var signals = new LinkedHashMap<String, Pattern>();
        signals.put(
                "need",
                Pattern.compile(
                        "\\b(?:problem|lose|losing|by hand|slow|hurts?|struggl\\w+|too much time|forgotten)\\b"));
        signals.put("budget", Pattern.compile("\\b(?:budget|set aside|approved|euros?|dollars?)\\b"));
        signals.put("authority", Pattern.compile("\\b(?:decides?|signs?|cfo|ceo|board|manager)\\b"));
        signals.put(
                "timing",
                Pattern.compile("\\b(?:live by|go live|start in|next (?:month|quarter|year)|contract ends|before)\\b"));
        signals.put(
                "objection",
                Pattern.compile("\\b(?:too (?:big|expensive|complex)|waste of|not interested|worried|concern\\w*)\\b"));
        signals.put("competitor", Pattern.compile("\\b(?:gong|salesforce|hubspot|calendly|fireflies|otter|chorus)\\b"));
        signals.put("next-step", PROMISE);
        return signals;
    }
}
