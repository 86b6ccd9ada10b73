package dev.parley.infra.eventlog;

import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every row there is, read past the engine, and what must hold of them whatever happened. */
record WholeLog(List<LogRow> rows, long head, byte[] headHash) {

    static WholeLog of(DataSource superuser) {
        var database = new JdbcTemplate(superuser);
        return new WholeLog(
                after(0, superuser),
                database.queryForObject("select position from parley.event_log_head", Long.class),
                database.queryForObject("select hash from parley.event_log_head", byte[].class));
    }

    static List<LogRow> after(long position, DataSource superuser) {
        return new JdbcTemplate(superuser)
                .query(LogSql.AFTER, (row, _) -> LogSql.row(row), position, Integer.MAX_VALUE);
    }

    /** Positions from 1 without gaps, streams from 0 without gaps in the order of the log, each command once, and the chain. */
    WholeLog mustBeSound() {
        assertThat(rows).extracting(LogRow::position).isEqualTo(upTo(1, rows.size()));
        assertThat(head).isEqualTo(rows.size());
        var streams = rows.stream()
                .collect(Collectors.groupingBy(LogRow::stream, Collectors.mapping(LogRow::sequence, toList())));
        streams.forEach((stream, sequences) ->
                assertThat(sequences).as("sequences of %s", stream).isEqualTo(upTo(0, sequences.size() - 1)));
        assertThat(rows.stream().map(row -> row.tenantId() + "/" + row.commandId() + "/" + row.commandIndex()))
                .doesNotHaveDuplicates();
        assertThat(rows.stream().map(LogRow::eventId)).doesNotHaveDuplicates();
        var hash = HashChain.genesis();
        for (var row : rows) {
            hash = HashChain.hashOf(row, hash);
            assertThat(row.hash()).as("hash of position " + row.position()).isEqualTo(hash);
        }
        assertThat(headHash).isEqualTo(hash);
        return this;
    }

    private static List<Long> upTo(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }
}
