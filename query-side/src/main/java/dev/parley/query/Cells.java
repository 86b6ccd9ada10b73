package dev.parley.query;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The cells of a row by name, in the types that views are made of. A cell that must not be empty says so when it is. */
public record Cells(Readable row) {
    public String text(String column) {
        return cell(column, String.class);
    }

    public UUID id(String column) {
        return cell(column, UUID.class);
    }

    public int number(String column) {
        return cell(column, Integer.class);
    }

    public long count(String column) {
        return cell(column, Long.class);
    }

    public Long[] numbers(String column) {
        return cell(column, Long[].class);
    }

    public double fraction(String column) {
        return cell(column, Double.class);
    }

    public boolean flag(String column) {
        return cell(column, Boolean.class);
    }

    public Instant instant(String column) {
        return cell(column, Instant.class);
    }

    public LocalDateTime localTime(String column) {
        return cell(column, LocalDateTime.class);
    }

    public <E extends Enum<E>> E constant(String column, Class<E> type) {
        return Enum.valueOf(type, text(column));
    }

    public <T> Optional<T> maybe(String column, Class<T> type) {
        return Optional.ofNullable(row.get(column, type));
    }

    public <E extends Enum<E>> Optional<E> maybeConstant(String column, Class<E> type) {
        return maybe(column, String.class).map(name -> Enum.valueOf(type, name));
    }

    public <T> T document(String column, Class<T> type) {
        return Documents.read(text(column), type);
    }

    public <T> List<T> list(String column, Class<T> of) {
        return Documents.list(text(column), of);
    }

    private <T> T cell(String column, Class<T> type) {
        return maybe(column, type).orElseThrow(() -> new IllegalStateException("no " + column + " in this row"));
    }
}
