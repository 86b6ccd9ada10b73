package dev.parley.command.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PrivateNumbersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    My card is 4111 1111 1111 1111, thanks.   | My card is [card number withheld], thanks.
                    5500-0000-0000-0004                       | [card number withheld]
                    378282246310005 or 3782 822463 10005      | [card number withheld] or [card number withheld]
                    Pay to DE89 3704 0044 0532 0130 00 please | Pay to [account number withheld] please
                    DE89 3704 0044 0532 0130 00 OK            | [account number withheld] OK
                    GB82WEST12345698765432.                   | [account number withheld].
                    ES9121000418450200051332                  | [account number withheld]
                    My SSN is 078-05-1120.                    | My SSN is [identity number withheld].
                    Mi DNI es 12345678Z.                      | Mi DNI es [identity number withheld].
                    NIE X1234567L                             | NIE [identity number withheld]
                    """)
    void are_withheld(String said, String kept) {
        assertThat(PrivateNumbers.withheld(said)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We have 1,200,000 euros and 350 people since 2019.",
                "Call me at +49 170 1234 5678 901 or 0049 30 1234567.",
                "The order is 4111 1111 1111 1112.",
                "Ticket 1234567890123452 is older.",
                "DE89 3704 0044 0532 0130 01 has a typo.",
                "From 2026-11-23 to 2026-12-24, 10-20-3000 pieces.",
                "Room 12345678A is free.",
                "000-12-3456 and 900-12-3456 are nobody's.",
                "4111 1111 1111 1111 1111 1111"
            })
    void are_not_seen_where_there_are_none(String said) {
        assertThat(PrivateNumbers.withheld(said)).isEqualTo(said);
    }
}
