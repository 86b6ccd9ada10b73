package dev.parley.infra;

import dev.parley.infra.gemini.GeminiInterviewer;
import dev.parley.infra.gemini.GeminiSettings;
import dev.parley.infra.gemini.GeminiSummariser;
import dev.parley.infra.meaning.MeaningSettings;
import dev.parley.infra.meaning.Meanings;
import dev.parley.infra.offline.FallbackInterviewer;
import dev.parley.infra.offline.OfflineInterviewer;
import dev.parley.infra.offline.OfflineSummariser;
import dev.parley.saga.interview.Interviewer;
import dev.parley.saga.summary.Summariser;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who interviews and summarises: Gemini where there is a key, otherwise rules. */
@Configuration
@EnableConfigurationProperties({GeminiSettings.class, MeaningSettings.class})
public class AiConfiguration {
    private static final Duration REST = Duration.ofSeconds(30);

    @Bean
    Meanings meanings(MeaningSettings settings) {
        return new Meanings(settings);
    }

    @Bean
    Interviewer interviewer(GeminiSettings settings, Meanings meanings, Clock clock) {
        var offline = new OfflineInterviewer(meanings);
        return settings.hasKey()
                ? new FallbackInterviewer(new GeminiInterviewer(settings), offline, clock, REST)
                : offline;
    }

    @Bean
    Summariser summariser(GeminiSettings settings) {
        return settings.hasKey() ? new GeminiSummariser(settings) : new OfflineSummariser();
    }
}
