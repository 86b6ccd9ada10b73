package dev.parley.infra;

import dev.parley.command.questionset.Suggestions;
import dev.parley.infra.gemini.GeminiInterviewer;
import dev.parley.infra.gemini.GeminiSettings;
import dev.parley.infra.gemini.GeminiSuggestions;
import dev.parley.infra.gemini.GeminiSummariser;
import dev.parley.infra.gemini.ModelAccount;
import dev.parley.infra.gemini.StoredModelCalls;
import dev.parley.infra.meaning.MeaningSettings;
import dev.parley.infra.meaning.Meanings;
import dev.parley.infra.offline.FallbackInterviewer;
import dev.parley.infra.offline.OfflineAnalyst;
import dev.parley.infra.offline.OfflineInterviewer;
import dev.parley.infra.offline.OfflineSummariser;
import dev.parley.infra.offline.RuleSuggestions;
import dev.parley.saga.analysis.Analyst;
import dev.parley.saga.interview.Interviewer;
import dev.parley.saga.summary.Summariser;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

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
    ModelAccount modelAccount(
            GeminiSettings settings,
            Clock clock,
            DataSource database,
            PlatformTransactionManager transactions,
            ObjectProvider<MeterRegistry> meters) {
        var registry = meters.getIfAvailable(SimpleMeterRegistry::new);
        return new ModelAccount(settings, clock, new StoredModelCalls(database, transactions, registry));
    }

    @Bean
    Interviewer interviewer(GeminiSettings settings, ModelAccount account, Meanings meanings, Clock clock) {
        var offline = new OfflineInterviewer(meanings);
        return settings.hasKey()
                ? new FallbackInterviewer(new GeminiInterviewer(settings, account), offline, clock, REST)
                : offline;
    }

    @Bean
    Summariser summariser(GeminiSettings settings, ModelAccount account) {
        return settings.hasKey() ? new GeminiSummariser(settings, account) : new OfflineSummariser();
    }

    /** By rules alone: it is asked for each stretch of words, at once, and the same words must be read the same way again. */
    @Bean
    Analyst analyst() {
        return new OfflineAnalyst();
    }

    @Bean
    Suggestions suggestions(GeminiSettings settings, ModelAccount account) {
        var rules = new RuleSuggestions();
        return settings.hasKey() ? new GeminiSuggestions(settings, account, rules) : rules;
    }
}
