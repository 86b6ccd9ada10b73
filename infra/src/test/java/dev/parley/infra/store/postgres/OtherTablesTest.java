package dev.parley.infra.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.parley.infra.store.RunningStore;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OtherTablesTest {

    @Test
    void a_database_of_another_version_is_told_in_a_sentence() throws Exception {
        var url = TestDatabase.fresh();
        try (var store = RunningStore.on(url);
                var owner = store.the("ownerDataSource", DataSource.class).getConnection()) {
            owner.createStatement().execute("update parley.migration set checksum = 42 where version = '1'");
        }

        var failure = catchThrowable(() -> RunningStore.on(url).close());

        assertThat(new OtherTablesAnalyzer().analyze(failure).getDescription())
                .isEqualTo("The database was made by another version of Parley, with other tables.");
    }
}
