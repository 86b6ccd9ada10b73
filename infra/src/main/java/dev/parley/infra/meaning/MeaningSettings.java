package dev.parley.infra.meaning;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the sentence model may cost.
 *
 * @param threads that run it at a time
 * @param waiting sentences that may wait for one; more are left out
 * @param patience for one sentence, the loading of the model included
 * @param remembered sentences
 */
@ConfigurationProperties("parley.meanings")
public record MeaningSettings(
        @DefaultValue("2") int threads,
        @DefaultValue("500") int waiting,
        @DefaultValue("2s") Duration patience,
        @DefaultValue("5000") int remembered) {

    public static MeaningSettings usual() {
        return new MeaningSettings(2, 500, Duration.ofSeconds(2), 5_000);
    }
}
