package dev.parley.query;

import java.util.List;
import javax.sql.DataSource;
import org.axonframework.config.ConfigurerModule;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The answering side. Each view is a package with a projection that writes, a reader that reads and a controller that answers:
 * agenda, meeting page, question library, lead board, transcripts, deliveries, templates, preferences, availability, timeline,
 * calendar feed, calendar ledger, inbound mail. Beside them: live hints, freshness, and response times, read from the log itself.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@ConfigurationPropertiesScan
public class QuerySide {
    private static final List<String> VIEWS = List.of(
            "view.agenda",
            "view.meetingpage",
            "view.questionlibrary",
            "view.leadboard",
            "view.transcripts",
            "view.deliveries",
            "view.templates",
            "view.preferences",
            "view.hostpools",
            "view.availability",
            "view.calendarfeed",
            "view.calendarledger",
            "view.timeline");

    /** Projections write with what the unit of work's transaction is on. */
    @Bean
    JdbcClient viewWriter(DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    @Bean
    ConfigurerModule inTheOrderOfMeetings() {
        return axon ->
                VIEWS.forEach(view -> axon.eventProcessing().registerSequencingPolicy(view, _ -> new ByMeeting()));
    }
}
