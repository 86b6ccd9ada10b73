package dev.parley.infra.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DatabaseTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres://ada:s%26cret@db.test:6000/parley?sslmode=require",
                "postgresql://ada:s%26cret@db.test:6000/parley?sslmode=require",
                "jdbc:postgresql://db.test:6000/parley?user=ada&password=s%26cret&sslmode=require"
            })
    void reads_the_usual_ways_to_write_an_address(String url) {
        assertThat(Database.at(url))
                .isEqualTo(new Database("db.test", 6000, "parley", "ada", "s&cret", Map.of("sslmode", "require")));
    }

    @Test
    void assumes_the_usual_port() {
        assertThat(Database.at("postgres://ada:secret@db.test/parley").port()).isEqualTo(5432);
    }

    @Test
    void keeps_options_and_leaves_secrets_out_of_the_jdbc_url() {
        var database = Database.at("postgres://ada:secret@db.test/parley?sslmode=require");

        assertThat(database.jdbcUrl(Map.of("ApplicationName", "a b")))
                .isEqualTo("jdbc:postgresql://db.test:5432/parley?ApplicationName=a+b&sslmode=require");
        assertThat(database.toString()).doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "db.test:5432",
                "mysql://ada:secret@db.test/parley",
                "postgres://db.test/parley",
                "postgres://ada@db.test/parley",
                "postgres://ada:secret@db.test",
                "postgres://ada:sec ret@db.test/parley"
            })
    void says_in_a_sentence_what_is_wrong_with_an_address(String url) {
        assertThatThrownBy(() -> Database.at(url))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith("PARLEY_DATABASE_URL ")
                .hasMessageNotContaining("secret");
    }
}
