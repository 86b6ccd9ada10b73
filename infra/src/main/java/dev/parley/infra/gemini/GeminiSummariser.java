package dev.parley.infra.gemini;

import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import dev.parley.api.interview.ModelTrouble;
import dev.parley.api.meeting.MeetingSummary;
import dev.parley.api.transcript.SegmentId;
import dev.parley.saga.summary.Summariser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Summarises with Gemini. */
public final class GeminiSummariser implements Summariser {
    private static final String SUMMARISE = Prompts.load("summary");
    private static final List<String> KINDS =
            List.of("need", "budget", "authority", "timing", "objection", "competitor", "next-step");
    private static final JsonArraySchema TEXTS =
            JsonArraySchema.builder().items(new JsonStringSchema()).build();

    private static final JsonObjectSchema DIGEST = JsonObjectSchema.builder()
            .addStringProperty("headline")
            .addProperty("points", TEXTS)
            .addProperty("nextSteps", TEXTS)
            .addProperty(
                    "insights",
                    JsonArraySchema.builder()
                            .items(JsonObjectSchema.builder()
                                    .addProperty("segmentIds", TEXTS)
                                    .addEnumProperty("kind", KINDS)
                                    .addStringProperty("text")
                                    .required("segmentIds", "kind", "text")
                                    .build())
                            .build())
            .required("headline", "points", "nextSteps", "insights")
            .build();

    private final Gemini gemini;

    public GeminiSummariser(GeminiSettings settings, ModelAccount account) {
        this.gemini = new Gemini(settings, account);
    }

    private record Written(
            @Nullable String headline,
            @Nullable List<String> points,
            @Nullable List<String> nextSteps,
            @Nullable List<Seen> insights) {}

    private record Seen(
            @Nullable List<SegmentId> segmentIds,
            @Nullable String kind,
            @Nullable String text) {}

    @Override
    public Digest summarise(Talk talk) {
        var written = gemini.ask(SUMMARISE, talk, DIGEST, Written.class);
        if (written.headline() == null
                || written.points() == null
                || written.nextSteps() == null
                || written.insights() == null)
            throw new GeminiFailure(ModelTrouble.UNUSABLE, "a field is missing", Duration.ZERO);
        var insights = new ArrayList<Insight>();
        for (var seen : written.insights())
            if (seen.segmentIds() != null && !seen.segmentIds().isEmpty() && seen.kind() != null && seen.text() != null)
                insights.add(new Insight(seen.kind(), seen.text(), seen.segmentIds()));
        return new Digest(
                new MeetingSummary(written.headline(), written.points(), written.nextSteps(), gemini.modelName()),
                insights);
    }
}
