package dev.parley.infra.freshness;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ObjLongConsumer;
import java.util.regex.Pattern;

/** What nodes say to each other about views: a question, {@code ask NODE}, and answers, {@code told VIEW SEGMENT MASK POSITION …}. */
final class FreshnessNews {
    static final String CHANNEL = "parley_views";

    /** PostgreSQL's limit is 8000 bytes; names of views are ASCII. */
    private static final int LONGEST = 7_000;

    private static final Pattern ASK = Pattern.compile("ask (\\S+)");
    private static final Pattern TOLD = Pattern.compile("(\\S+) (\\d+) (\\d+) (\\d+)");

    private FreshnessNews() {}

    static String ask(String node) {
        return "ask " + node;
    }

    static boolean isQuestionOfAnother(String payload, String thisNode) {
        var question = ASK.matcher(payload);
        return question.matches() && !question.group(1).equals(thisNode);
    }

    /** As few payloads as the limit allows. */
    static List<String> told(Map<Part, Long> parts) {
        var payloads = new ArrayList<String>();
        var open = new StringBuilder();
        for (var entry : parts.entrySet()) {
            if (entry.getValue() < 0) continue;
            var part = entry.getKey();
            var words = " %s %d %d %d".formatted(part.view(), part.segment(), part.mask(), entry.getValue());
            if (open.length() + words.length() > LONGEST) {
                payloads.add("told" + open);
                open.setLength(0);
            }
            open.append(words);
        }
        if (!open.isEmpty()) payloads.add("told" + open);
        return payloads;
    }

    /** Reads an answer; anything else is none. */
    static void read(String payload, ObjLongConsumer<Part> listener) {
        if (!payload.startsWith("told ")) return;
        var words = TOLD.matcher(payload);
        for (var from = "told ".length(); words.find(from); from = words.end())
            listener.accept(
                    new Part(words.group(1), Integer.parseInt(words.group(2)), Integer.parseInt(words.group(3))),
                    Long.parseLong(words.group(4)));
    }
}
