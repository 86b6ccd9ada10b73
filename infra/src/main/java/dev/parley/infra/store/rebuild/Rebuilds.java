package dev.parley.infra.store.rebuild;

import dev.parley.infra.eventlog.EventLog;
import dev.parley.infra.eventlog.LogReader;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.axonframework.config.Configuration;
import org.axonframework.serialization.Serializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Rebuilds views, and tells how far the rebuilds of this node are. */
public final class Rebuilds {
    private static final Logger LOG = LoggerFactory.getLogger(Rebuilds.class);

    private final ListableBeanFactory beans;
    private final Configuration axon;
    private final EventLog log;
    private final LogReader reader;
    private final DataSource owner;
    private final JdbcClient sql;
    private final TransactionTemplate atOnce;
    private final Serializer serializer;
    private final RebuildSettings settings;
    private final Clock clock;
    private final Map<String, RebuildProgress> known = new ConcurrentHashMap<>();

    Rebuilds(
            ListableBeanFactory beans,
            Configuration axon,
            EventLog log,
            LogReader reader,
            DataSource owner,
            DataSource writer,
            PlatformTransactionManager transactions,
            Serializer serializer,
            RebuildSettings settings,
            Clock clock) {
        this.beans = beans;
        this.axon = axon;
        this.log = log;
        this.reader = reader;
        this.owner = owner;
        this.sql = JdbcClient.create(writer);
        this.atOnce = new TransactionTemplate(transactions);
        this.serializer = serializer;
        this.settings = settings;
        this.clock = clock;
    }

    /** How the newest rebuild of this view on this node goes or went. */
    public Optional<RebuildProgress> of(String processor) {
        return Optional.ofNullable(known.get(processor));
    }

    /** Begins a rebuild and returns; the progress tells the rest. Asking again while it runs changes nothing. */
    public RebuildProgress begin(String processor) {
        Projections.of(processor, beans, axon);
        var fresh = RebuildProgress.reading(processor, 0, 0);
        var now = known.compute(processor, (_, before) -> before == null || before.ended() ? fresh : before);
        if (now == fresh) Thread.ofVirtual().name("rebuild-" + processor).start(() -> inBackground(processor));
        return now;
    }

    private void inBackground(String processor) {
        try {
            run(processor, _ -> {});
        } catch (CannotRebuild told) {
            LOG.warn("{} was not rebuilt: {}", processor, told.getMessage());
        }
    }

    /** Rebuilds a view and waits for it. */
    public RebuildReport run(String processor, Consumer<RebuildProgress> listener) {
        var projections = Projections.of(processor, beans, axon);
        Consumer<RebuildProgress> tell = progress -> {
            known.put(processor, progress);
            listener.accept(progress);
        };
        try (var shadow = new Shadow(owner, sql, processor)) {
            if (shadow.tables().isEmpty())
                throw new CannotRebuild("No table belongs to " + processor + ": call view_of_tenant with its name.");
            var filling = new Filling(
                    reader,
                    log,
                    projections,
                    axon.eventProcessingConfiguration().sequencingPolicy(processor),
                    sql,
                    atOnce,
                    shadow.schema(),
                    settings.segments());
            var live = new LiveView(sql, serializer, processor);
            var report = new Rebuild(processor, shadow, filling, live, reader, settings, clock, tell).run();
            tell.accept(RebuildProgress.reading(processor, report.position(), report.position())
                    .done(report));
            LOG.info(
                    "{} was rebuilt from {} events up to position {}: {}",
                    processor,
                    report.events(),
                    report.position(),
                    report.same() ? "the same as before" : report.tables());
            return report;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(tell, processor, new CannotRebuild("The rebuild was interrupted.", e));
        } catch (CannotRebuild e) {
            throw failed(tell, processor, e);
        } catch (SQLException | RuntimeException e) {
            throw failed(tell, processor, new CannotRebuild(String.valueOf(e.getMessage()), e));
        }
    }

    private CannotRebuild failed(Consumer<RebuildProgress> tell, String processor, CannotRebuild why) {
        var before = known.getOrDefault(processor, RebuildProgress.reading(processor, 0, 0));
        tell.accept(before.failed(String.valueOf(why.getMessage())));
        return why;
    }
}
