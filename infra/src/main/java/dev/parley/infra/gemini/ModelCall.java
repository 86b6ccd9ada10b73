package dev.parley.infra.gemini;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * One call of a model, for the record.
 *
 * @param prompt the version of the instructions: the beginning of their hash
 * @param parameters that differ between calls of the same model
 * @param outcome {@code ok} or what went wrong
 * @param cost in the currency of the prices that were set
 */
public record ModelCall(
        Instant at,
        String model,
        String prompt,
        Map<String, String> parameters,
        int tokensIn,
        int tokensOut,
        double cost,
        String outcome,
        Duration took) {}
