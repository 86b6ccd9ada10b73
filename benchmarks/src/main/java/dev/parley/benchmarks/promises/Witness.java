package dev.parley.benchmarks.promises;

import dev.parley.api.questionset.QuestionSetEvent;
import javax.sql.DataSource;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A second processor, with a pace of its own, that only keeps what it has seen. */
@ConditionalOnBooleanProperty(name = "promises.views", matchIfMissing = true)
@ProcessingGroup(Witness.GROUP)
class Witness {
    static final String GROUP = "view.witness";

    private final JdbcClient sql;

    Witness(DataSource database) {
        this.sql = JdbcClient.create(database);
    }

    @EventHandler
    void on(QuestionSetEvent event, TrackingToken token, @MetaDataValue("tenantId") String tenant) {
        Tally.note(sql, GROUP, token, tenant);
    }
}
