package dev.parley.infra.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.infra.store.RunningStore;
import dev.parley.infra.store.postgres.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A node with books and one view of them, on a database of its own; and what tests say to it. */
public final class RunningShelf implements AutoCloseable {
    public static final Duration LONG = Duration.ofSeconds(40);

    private final String url;
    private final List<String> settings;
    private final Class<?>[] parts;
    private RunningStore store;

    public static RunningShelf start(Class<?>... more) {
        return start(List.of(), more);
    }

    public static RunningShelf start(List<String> settings, Class<?>... more) {
        var url = TestDatabase.fresh();
        try (var migrated = RunningStore.on(url)) {
            Shelf.create(migrated.the("ownerDataSource", DataSource.class));
        }
        return new RunningShelf(url, settings, more);
    }

    private RunningShelf(String url, List<String> settings, Class<?>[] more) {
        this.url = url;
        this.settings = settings;
        this.parts = Stream.concat(Stream.of(Library.class, Shelf.class), Stream.of(more))
                .toArray(Class<?>[]::new);
        this.store = RunningStore.on(url, settings, parts);
    }

    public void restart() {
        store.close();
        store = RunningStore.on(url, settings, parts);
    }

    public <T> T the(Class<T> type) {
        return store.the(type);
    }

    public void send(Object command) {
        assertThat(the(CommandGateway.class).send(command)).succeedsWithin(20, TimeUnit.SECONDS);
    }

    public List<String> titles() {
        return sql().sql("select title from shelf order by id")
                .query(String.class)
                .list();
    }

    public long letters() {
        return sql().sql("select count(*) from dead_letter where processing_group = 'view.shelf'")
                .query(Long.class)
                .single();
    }

    /** As the role that writes. */
    public JdbcClient sql() {
        return store.sql();
    }

    /** As the role that may alter tables. */
    public JdbcClient owner() {
        return JdbcClient.create(store.the("ownerDataSource", DataSource.class));
    }

    @Override
    public void close() {
        store.close();
    }
}
