package dev.parley.api.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.transcript.Phrase.Ending;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PhraseTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "We decide in March | COMPLETE",
                "Wir entscheiden im März | COMPLETE",
                "Decidimos en marzo | COMPLETE",
                "Es sind vierzig. | COMPLETE",
                "We are twenty. | COMPLETE",
                "we are, um | HESITATION",
                "wir haben ähm | HESITATION",
                "somos unos, este | HESITATION",
                "because it is the | OPEN",
                "das geht nicht, weil | OPEN",
                "el problema es que | OPEN",
                "first,  | OPEN",
                "my number is 0 1 7 | NUMBER",
                "null eins sieben | NUMBER",
                "call me on 555 | NUMBER",
                "l e n a | SPELLING",
                "it is L-E-N-A | SPELLING",
                "l e n a arroba | SPELLING",
                "l e n a at | SPELLING",
                "meet me at | OPEN"
            })
    void tells_how_it_ends(String said, Ending ending) {
        assertThat(new Phrase(said).ending()).isEqualTo(ending);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mhm", "OK.", "yeah, right", "ja genau", "sí, claro"})
    void may_only_show_that_somebody_listens(String said) {
        assertThat(new Phrase(said).isBackchannel()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes but wait", "no", "stop", "Moment", "ok ok ok ok let me speak"})
    void may_be_more_than_that(String said) {
        assertThat(new Phrase(said).isBackchannel()).isFalse();
    }
}
