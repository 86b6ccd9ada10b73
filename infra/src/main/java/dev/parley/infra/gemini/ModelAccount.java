package dev.parley.infra.gemini;

import dev.parley.api.interview.ModelTrouble;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** What the model may cost in a day (UTC): booked before a call, settled after it. What a call used that nobody
 * knows stays booked; what others used today counts once this process starts, so that a restart brings no new budget. */
public final class ModelAccount {
    private final GeminiSettings settings;
    private final Clock clock;
    private final ModelRecord record;
    private LocalDate day = LocalDate.EPOCH;
    private long booked;

    public ModelAccount(GeminiSettings settings, Clock clock, ModelRecord record) {
        this.settings = settings;
        this.clock = clock;
        this.record = record;
    }

    /** @throws GeminiFailure when that many tokens are not left for today */
    synchronized void book(long tokens) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        if (!now.toLocalDate().equals(day)) {
            day = now.toLocalDate();
            booked = record.tokensSince(day.atStartOfDay().toInstant(ZoneOffset.UTC));
        }
        if (booked + tokens > settings.tokensPerDay()) {
            var tomorrow = day.plusDays(1).atStartOfDay().atOffset(ZoneOffset.UTC);
            throw new GeminiFailure(
                    ModelTrouble.BUDGET_EXHAUSTED,
                    "the tokens of the day are used up",
                    Duration.between(now, tomorrow));
        }
        booked += tokens;
    }

    synchronized void settle(long tokensBooked, ModelCall call) {
        if (call.tokensIn() + call.tokensOut() > 0) booked += call.tokensIn() + call.tokensOut() - tokensBooked;
        record.made(call);
    }

    double cost(int tokensIn, int tokensOut) {
        return (tokensIn * settings.priceIn() + tokensOut * settings.priceOut()) / 1_000_000;
    }

    synchronized long booked() {
        return booked;
    }

    Clock clock() {
        return clock;
    }
}
