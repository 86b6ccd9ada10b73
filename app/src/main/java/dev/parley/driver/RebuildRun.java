package dev.parley.driver;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Has a running server rebuild a view, and tells how far it is until it has ended. */
public final class RebuildRun {
    private static final int LOOK_EVERY_MILLIS = 300;

    private final ParleyApi api;
    private final PrintStream out;

    public RebuildRun(ParleyApi api, PrintStream out) {
        this.api = api;
        this.out = out;
    }

    /**
     * True if the view was rebuilt.
     *
     * @param view with or without {@code view.} before it
     */
    public boolean run(String view) throws IOException, InterruptedException {
        var processor = view.startsWith("view.") ? view : "view." + view;
        var path = "/operations/processors/" + processor + "/rebuild";
        var known = known();
        if (!known.contains(processor))
            throw new IOException("there is no view " + view + "; there are "
                    + known.stream()
                            .map(name -> name.substring("view.".length()))
                            .collect(Collectors.joining(", ")));
        var told = "";
        for (var progress = api.post(path, ""); ; progress = api.get(path)) {
            var words = words(progress);
            if (!words.equals(told)) out.println(words);
            told = words;
            if (step(progress).equals("DONE")) return report(progress.path("report"));
            if (step(progress).equals("FAILED")) return false;
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
    }

    private List<String> known() throws IOException, InterruptedException {
        return StreamSupport.stream(api.get("/operations/processors").spliterator(), false)
                .map(processor -> processor.path("name").asString())
                .filter(name -> name.startsWith("view."))
                .sorted()
                .toList();
    }

    private static String step(JsonNode progress) {
        return progress.path("step").asString("").toUpperCase(Locale.ROOT);
    }

    private static String words(JsonNode progress) {
        return switch (step(progress)) {
            case "READING" ->
                "read %,d of %,d"
                        .formatted(
                                progress.path("position").asLong(),
                                progress.path("head").asLong());
            case "SWITCHING" -> "comparing, and putting the new one in its place";
            case "FAILED" ->
                "not rebuilt, the view is as it was: "
                        + progress.path("failure").asString("");
            default -> "done";
        };
    }

    private boolean report(JsonNode report) {
        for (var table : report.path("tables"))
            out.printf(
                    "%-20s %,10d rows, before %,d; %,d new or changed, %,d gone or changed%n",
                    table.path("name").asString(),
                    table.path("rebuiltRows").asLong(),
                    table.path("liveRows").asLong(),
                    table.path("onlyRebuilt").asLong(),
                    table.path("onlyLive").asLong());
        if (!report.path("samePosition").asBoolean())
            out.println("The view before was behind, so not every difference is a fault.");
        out.printf(
                "%s stands at position %,d, from %,d events%n",
                report.path("processor").asString(),
                report.path("position").asLong(),
                report.path("events").asLong());
        return true;
    }
}
