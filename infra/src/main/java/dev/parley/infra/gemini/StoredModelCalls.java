package dev.parley.infra.gemini;

import dev.parley.api.WireFormat;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Timestamp;
import java.time.Instant;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * In the table {@code model_call}, and as the counts {@code parley.model.calls}, {@code parley.model.tokens} and
 * {@code parley.model.cost}. Money that is spent stays spent, so a row does not share the fate of the work it was for; and a
 * row that cannot be written does not end a talk.
 */
public final class StoredModelCalls implements ModelRecord {
    private static final Logger log = LoggerFactory.getLogger(StoredModelCalls.class);

    private final JdbcClient jdbc;
    private final TransactionTemplate apart;
    private final MeterRegistry meters;

    public StoredModelCalls(DataSource database, PlatformTransactionManager transactions, MeterRegistry meters) {
        this.jdbc = JdbcClient.create(database);
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.meters = meters;
    }

    @Override
    public void made(ModelCall call) {
        meters.counter("parley.model.calls", "model", call.model(), "outcome", call.outcome())
                .increment();
        tokens(call, "in", call.tokensIn());
        tokens(call, "out", call.tokensOut());
        meters.counter("parley.model.cost", "model", call.model()).increment(call.cost());
        try {
            apart.executeWithoutResult(_ -> write(call));
        } catch (DataAccessException e) {
            log.warn("a call of the model is not on record: {}", call, e);
        }
    }

    private void tokens(ModelCall call, String direction, int count) {
        meters.counter("parley.model.tokens", "model", call.model(), "direction", direction)
                .increment(count);
    }

    private void write(ModelCall call) {
        jdbc.sql("""
                insert into model_call (made_at, model, prompt, parameters, tokens_in, tokens_out, cost, outcome, took_ms)
                values (:at, :model, :prompt, :parameters::jsonb, :in, :out, :cost, :outcome, :took)
                """)
                .param("at", Timestamp.from(call.at()))
                .param("model", call.model())
                .param("prompt", call.prompt())
                .param("parameters", WireFormat.mapper().writeValueAsString(call.parameters()))
                .param("in", call.tokensIn())
                .param("out", call.tokensOut())
                .param("cost", call.cost())
                .param("outcome", call.outcome())
                .param("took", call.took().toMillis())
                .update();
    }

    @Override
    public long tokensSince(Instant since) {
        return jdbc.sql("select coalesce(sum(tokens_in + tokens_out), 0) from model_call where made_at >= :since")
                .param("since", Timestamp.from(since))
                .query(Long.class)
                .single();
    }
}
