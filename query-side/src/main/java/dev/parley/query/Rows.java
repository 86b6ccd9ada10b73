package dev.parley.query;

import dev.parley.query.Documents.Document;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * The rows of one table of a view, each as new as an event of its stream. An event that a row has seen changes nothing, so
 * hearing it again, in a rebuild or after a lost claim, is harmless.
 */
public final class Rows {
    private final JdbcClient jdbc;
    private final String table;
    private final String key;

    /** @param key the column that names a row within its tenant */
    public Rows(JdbcClient jdbc, String table, String key) {
        this.jdbc = jdbc;
        this.table = table;
        this.key = key;
    }

    public Row row(UUID id, Stamp stamp) {
        return new Row(id, stamp);
    }

    public void forgetAll() {
        jdbc.sql("delete from " + table).update();
    }

    /** One row, about to be written. */
    public final class Row {
        private final UUID id;
        private final Stamp stamp;
        private final Map<String, @Nullable Object> cells = new LinkedHashMap<>();
        private String version = "version";

        private Row(UUID id, Stamp stamp) {
            this.id = id;
            this.stamp = stamp;
        }

        /** Where several streams write one row, each has a version of its own. */
        public Row since(String versionColumn) {
            version = versionColumn;
            return this;
        }

        public Row set(String column, Object value) {
            cells.put(column, cell(value));
            return this;
        }

        public Row clear(String column) {
            cells.put(column, null);
            return this;
        }

        /** Unless it is there already. */
        public void add() {
            cells.put(version, stamp.sequence());
            statement("insert into " + table + " (tenant_id, " + key + ", " + joined(Function.identity())
                            + ") values (:tenant_id, :row_key, " + joined(this::placeholder)
                            + ") on conflict do nothing")
                    .update();
        }

        /** If the event is news to it. */
        public void change() {
            cells.put(version, stamp.sequence());
            statement("update " + table + " set " + joined(column -> column + " = " + placeholder(column)) + older())
                    .update();
        }

        /** A document of the row, which nobody else changes before this event is handled; empty if the event is no news. */
        public Optional<String> take(String column) {
            return statement("select " + column + " from " + table + older() + " for update")
                    .query(String.class)
                    .optional();
        }

        private String older() {
            return " where tenant_id = :tenant_id and " + key + " = :row_key and " + version + " < :row_version";
        }

        private String joined(Function<String, String> part) {
            return cells.keySet().stream().map(part).collect(Collectors.joining(", "));
        }

        private String placeholder(String column) {
            return cells.get(column) instanceof Document ? "cast(:" + column + " as jsonb)" : ":" + column;
        }

        private StatementSpec statement(String sql) {
            var statement = jdbc.sql(sql)
                    .param("tenant_id", stamp.tenant().value())
                    .param("row_key", id)
                    .param("row_version", stamp.sequence());
            cells.forEach((column, value) ->
                    statement.param(column, value instanceof Document document ? document.json() : value));
            return statement;
        }
    }

    private static Object cell(Object value) {
        return switch (value) {
            case Instant at -> at.atOffset(ZoneOffset.UTC);
            case Enum<?> constant -> constant.name();
            default -> value;
        };
    }
}
