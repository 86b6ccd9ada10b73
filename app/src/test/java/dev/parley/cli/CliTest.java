package dev.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.UnmatchedArgumentException;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CliTest {

    @Test
    void what_follows_serve_are_settings() {
        var serve = Cli.line().parseArgs("serve", "--server.port=9090").subcommand();
        assertThat(serve.matchedPositionals().getFirst().<String[]>getValue()).containsExactly("--server.port=9090");
    }

    @Test
    void other_verbs_know_their_options() {
        assertThatThrownBy(() -> Cli.line().parseArgs("doctor", "--server.port=9090"))
                .isInstanceOf(UnmatchedArgumentException.class);
    }

    @Test
    void settings_without_a_verb_are_for_the_server() {
        assertThat(Cli.understands(new String[] {"--server.port=9090"})).isFalse();
        assertThat(Cli.understands(new String[] {"serve", "--server.port=9090"}))
                .isTrue();
    }
}
