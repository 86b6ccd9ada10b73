package dev.parley.api.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.api.Refused;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RecurrenceRuleTest {
    private static final ZoneId newYork = ZoneId.of("America/New_York");
    private static final LocalDateTime sunday = LocalDateTime.parse("2026-10-25T09:00");

    @Test
    void says_nine_every_week_though_the_offset_changes_on_the_first_of_november() {
        var starts = starts("FREQ=WEEKLY;COUNT=3");
        assertThat(starts).allSatisfy(start -> assertThat(start.getHour()).isEqualTo(9));
        assertThat(starts.stream()
                        .map(start -> start.atZone(newYork).toInstant().toString()))
                .containsExactly("2026-10-25T13:00:00Z", "2026-11-01T14:00:00Z", "2026-11-08T14:00:00Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FREQ=DAILY;INTERVAL=3;COUNT=3               | 10-25 10-28 10-31",
                "FREQ=DAILY;BYDAY=SU,TU;COUNT=4              | 10-25 10-27 11-01 11-03",
                "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;COUNT=4  | 10-25 11-02 11-08 11-16",
                "FREQ=MONTHLY;COUNT=3                        | 10-25 11-25 12-25",
                "FREQ=MONTHLY;BYDAY=-1SU;COUNT=3             | 10-25 11-29 12-27",
                "FREQ=MONTHLY;BYDAY=4SU,1MO;COUNT=3          | 10-25 11-02 11-22",
                "FREQ=WEEKLY;UNTIL=20261108T140000Z          | 10-25 11-01 11-08",
                "FREQ=WEEKLY;UNTIL=20261108T135959Z          | 10-25 11-01",
            })
    void gives_the_days_that_calendars_give(String rule, String days) {
        assertThat(starts(rule).stream()
                        .map(start -> start.toLocalDate().toString().substring(5)))
                .containsExactly(days.split(" "));
    }

    @Test
    void skips_months_that_lack_the_day() {
        var last = LocalDateTime.parse("2026-10-31T09:00");
        assertThat(RecurrenceRule.parse("FREQ=MONTHLY;COUNT=3").starts(last, newYork))
                .extracting(start -> start.getMonthValue())
                .containsExactly(10, 12, 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FREQ=WEEKLY                              | RECURRENCE_NEVER_ENDS",
                "FREQ=WEEKLY;COUNT=61                     | TOO_MANY_OCCURRENCES",
                "FREQ=WEEKLY;COUNT=999999999              | TOO_MANY_OCCURRENCES",
                "FREQ=DAILY;UNTIL=99990101T000000Z        | TOO_MANY_OCCURRENCES",
                "FREQ=MONTHLY;COUNT=26                    | TOO_MANY_OCCURRENCES",
                "FREQ=MONTHLY;INTERVAL=999999999;COUNT=2  | TOO_MANY_OCCURRENCES",
                "FREQ=DAILY;INTERVAL=999999999;COUNT=2    | TOO_MANY_OCCURRENCES",
                "FREQ=WEEKLY;COUNT=0                      | RECURRENCE_MALFORMED",
                "FREQ=WEEKLY;COUNT=-1                     | RECURRENCE_MALFORMED",
                "FREQ=WEEKLY;COUNT=9999999999             | RECURRENCE_MALFORMED",
                "FREQ=WEEKLY;COUNT=2;COUNT=3              | RECURRENCE_MALFORMED",
                "FREQ=WEEKLY;COUNT=2;UNTIL=20270101T000000Z | RECURRENCE_MALFORMED",
                "FREQ=WEEKLY;;COUNT=2                     | RECURRENCE_MALFORMED",
                "RRULE:FREQ=WEEKLY;COUNT=2                | RECURRENCE_MALFORMED",
                "COUNT=2                                  | RECURRENCE_MALFORMED",
                "FREQ=WEEKLY;BYDAY=XX;COUNT=2             | RECURRENCE_MALFORMED",
                "FREQ=MONTHLY;BYDAY=6SU;COUNT=2           | RECURRENCE_MALFORMED",
                "FREQ=WEEKLY;UNTIL=20261399T000000Z       | RECURRENCE_MALFORMED",
                "FREQ=WEEKLY;UNTIL=20270230T000000Z       | RECURRENCE_MALFORMED",
                "FREQ=WEEKLY;UNTIL=20270101               | UNTIL_NOT_IN_UTC",
                "FREQ=WEEKLY;UNTIL=20270101T090000        | UNTIL_NOT_IN_UTC",
                "FREQ=YEARLY;COUNT=2                      | RECURRENCE_NOT_SUPPORTED",
                "FREQ=SECONDLY;COUNT=2                    | RECURRENCE_NOT_SUPPORTED",
                "FREQ=WEEKLY;WKST=SU;COUNT=2              | RECURRENCE_NOT_SUPPORTED",
                "FREQ=WEEKLY;BYDAY=1SU;COUNT=2            | RECURRENCE_NOT_SUPPORTED",
                "FREQ=MONTHLY;BYSETPOS=1;COUNT=2          | RECURRENCE_NOT_SUPPORTED",
                "FREQ=WEEKLY;BYDAY=MO;COUNT=2             | START_NOT_IN_RULE",
                "FREQ=WEEKLY;UNTIL=20200101T000000Z       | NO_OCCURRENCES",
            })
    void refuses_by_code(String rule, String code) {
        assertThatThrownBy(() -> starts(rule)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.refusal().name()).isEqualTo(code);
            assertThat(refused.field()).contains("rrule");
        });
    }

    @Test
    void is_written_as_it_was_read() {
        for (var rule : List.of(
                "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;WKST=MO;COUNT=6",
                "FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20270101T000000Z",
                "FREQ=DAILY;COUNT=2"))
            assertThat(RecurrenceRule.parse(rule).text()).isEqualTo(rule);
    }

    private static List<LocalDateTime> starts(String rule) {
        return RecurrenceRule.parse(rule).starts(sunday, newYork);
    }
}
