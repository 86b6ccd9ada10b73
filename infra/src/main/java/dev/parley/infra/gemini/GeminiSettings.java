package dev.parley.infra.gemini;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How to reach Gemini. Without a key the offline interviewer sits in.
 *
 * @param model an id such as {@code gemini-3.6-flash}; models retire every few months, so it is never fixed in code
 * @param timeout of one call
 * @param firstWordsWithin how long it may take to begin to answer
 * @param temperature where the model takes one ({@link ModelRules}); below 0 is none
 * @param tokensPerDay that this process may use, in and out; 0 turns the model off
 * @param priceIn of a million tokens sent
 * @param priceOut of a million tokens received
 * @param attempts of one question to the model, counting the first; nobody waits between them, since a lead is waiting
 */
@ConfigurationProperties("parley.gemini")
public record GeminiSettings(
        @DefaultValue("") String apiKey,
        @DefaultValue("gemini-3.6-flash") String model,

        @DefaultValue("https://generativelanguage.googleapis.com/v1beta")
        String baseUrl,

        @DefaultValue("8s") Duration timeout,
        @DefaultValue("4s") Duration firstWordsWithin,
        @DefaultValue("2") int attempts,
        @DefaultValue("2048") int maxOutputTokens,
        @DefaultValue("-1") double temperature,
        @DefaultValue("5000000") long tokensPerDay,
        @DefaultValue("0") double priceIn,
        @DefaultValue("0") double priceOut) {

    public boolean hasKey() {
        return !apiKey.isBlank();
    }
}
