package dev.parley.benchmarks.promises;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.serialization.Serializer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Ways to break a node on purpose, each behind a setting that only the harness gives. */
@Configuration(proxyBeanMethods = false)
class Sabotages {
    static final String TOKENS_APART = "promises.sabotage=tokens-apart";
    static final String MAIL_IN_A_HANDLER = "promises.sabotage=mail-in-a-handler";
    static final String SEQUENCES_PER_PROCESS = "promises.sabotage=sequences-per-process";

    /** Positions are committed on their own, so a crash can fall between a position and its rows. */
    @Bean
    @Primary
    @ConditionalOnProperty(name = "promises.sabotage", havingValue = "tokens-apart")
    TokenStore tokensApart(DataSource database, TokenSchema schema, Serializer serializer) {
        ConnectionProvider outsideTheTransaction = () -> apart(database);
        return JdbcTokenStore.builder()
                .connectionProvider(outsideTheTransaction)
                .schema(schema)
                .serializer(serializer)
                .build();
    }

    private static Connection apart(DataSource database) throws SQLException {
        var connection = database.getConnection();
        connection.setAutoCommit(true);
        return connection;
    }

    /** As Axon 4.13.0 does for events outside an aggregate: what identifies a sequence here means nothing to the next process. */
    @Bean
    @ConditionalOnProperty(name = "promises.sabotage", havingValue = "sequences-per-process")
    ConfigurerModule sequencesPerProcess() {
        return axon -> axon.eventProcessing()
                .registerDefaultSequencingPolicy(_ -> event -> event instanceof DomainEventMessage<?> fact
                        ? fact.getAggregateIdentifier()
                                + ProcessHandle.current().pid()
                        : event.getIdentifier());
    }
}
