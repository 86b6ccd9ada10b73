package dev.parley.infra.gemini;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.TimeoutException;
import dev.parley.api.WireFormat;
import dev.parley.api.interview.ModelTrouble;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads what Gemini's error bodies say: {@code google.rpc.RetryInfo} names the wait, {@code google.rpc.QuotaFailure} tells a
 * minute's limit from a day's. The client library throws away both.
 */
final class GeminiErrors {
    private GeminiErrors() {}

    static GeminiFailure from(Exception thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof GeminiFailure failure) return failure;
            if (t instanceof HttpException http) return fromHttp(http.statusCode(), body(http));
            if (t instanceof com.fasterxml.jackson.core.JacksonException || t instanceof JacksonException)
                return new GeminiFailure(
                        ModelTrouble.UNUSABLE, "it answered in a form that is not known", Duration.ZERO);
            if (t instanceof TimeoutException)
                return new GeminiFailure(ModelTrouble.UNAVAILABLE, "no answer in time", Duration.ZERO);
        }
        return new GeminiFailure(ModelTrouble.UNAVAILABLE, String.valueOf(thrown), Duration.ZERO);
    }

    private static GeminiFailure fromHttp(int status, JsonNode error) {
        var message = status + " " + error.path("status").asString("");
        if (status == 429 && isForTheDay(error))
            return new GeminiFailure(ModelTrouble.QUOTA_EXHAUSTED, message, Duration.ofHours(1));
        if (status == 429) return new GeminiFailure(ModelTrouble.RATE_LIMITED, message, retryDelay(error));
        if (status >= 500 || status == 408 || status == 499)
            return new GeminiFailure(ModelTrouble.UNAVAILABLE, message, Duration.ZERO);
        return new GeminiFailure(ModelTrouble.MISCONFIGURED, message, Duration.ofMinutes(1));
    }

    private static boolean isForTheDay(JsonNode error) {
        for (var detail : error.path("details"))
            for (var violation : detail.path("violations"))
                if (violation.path("quotaId").asString("").contains("PerDay")) return true;
        return false;
    }

    private static Duration retryDelay(JsonNode error) {
        for (var detail : error.path("details")) {
            var delay = detail.path("retryDelay").asString("");
            if (delay.matches("\\d{1,6}(\\.\\d+)?s"))
                return Duration.ofMillis((long) (Double.parseDouble(delay.substring(0, delay.length() - 1)) * 1_000));
        }
        return Duration.ofSeconds(1);
    }

    private static JsonNode body(HttpException http) {
        try {
            return WireFormat.mapper()
                    .readTree(String.valueOf(http.getMessage()))
                    .path("error");
        } catch (JacksonException e) {
            return WireFormat.mapper().createObjectNode();
        }
    }
}
