package dev.parley.infra.zones;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.infra.zones.ForeignZones.UnknownZone;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ForeignZonesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Europe/Berlin | Europe/Berlin",
                "US/Eastern | America/New_York",
                "Eastern Standard Time | America/New_York",
                "eastern standard time | America/New_York",
                "W. Europe Standard Time | Europe/Berlin",
                "\"India Standard Time\" | Asia/Kolkata",
                "\"(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna\" | Europe/Amsterdam",
                "\"(UTC-05:00) Eastern Time (US & Canada)\" | America/New_York",
                "\"(GMT+09:00) Osaka, Sapporo, Tokyo\" | Asia/Tokyo",
                "\"(UTC-03:30) Newfoundland, St. Johns\" | ",
                "/freeassociation.sourceforge.net/Europe/Berlin | Europe/Berlin",
                "/mozilla.org/20071231_1/America/Argentina/Ushuaia | America/Argentina/Ushuaia"
            })
    void names_of_other_programs_become_ours(String theirs, String ours) throws Exception {
        var line = "DTSTART;TZID=" + theirs + ";X-A=b:20261202T090000";
        if (ours == null) assertThatThrownBy(() -> ForeignZones.toOurs(line)).isInstanceOf(UnknownZone.class);
        else
            assertThat(ZoneId.of(named(ForeignZones.toOurs(line))))
                    .returns(ZoneId.of(ours).getRules(), ZoneId::getRules);
    }

    @Test
    void every_windows_zone_is_a_region() {
        for (var name : List.of("AUS Eastern Standard Time", "UTC", "UTC-11", "Dateline Standard Time"))
            assertThat(WindowsZones.named(name)).as(name).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mars/Olympus",
                "\"../../etc/passwd\"",
                "Customized Time Zone",
                "(UTC+02:00) Amsterdam",
                "(UTC+99:99) Amsterdam",
                "/a/b/c/d",
                "\"\"",
                "😀"
            })
    void a_name_that_nobody_knows_is_refused(String name) {
        assertThatThrownBy(() -> ForeignZones.toOurs("DTSTART;TZID=" + name + ":20261202T090000"))
                .isInstanceOf(UnknownZone.class);
    }

    @Test
    void a_name_that_the_document_defines_is_left_to_it() throws Exception {
        var document = "BEGIN:VTIMEZONE\r\nTZID:Customized Time Zone\r\nEND:VTIMEZONE\r\n"
                + "DTSTART;TZID=Customized Time Zone:20261202T090000\r\n";
        assertThat(ForeignZones.toOurs(document)).isEqualTo(document);
    }

    @Test
    void names_are_found_in_folded_lines_and_nowhere_but_in_parameters() throws Exception {
        assertThat(ForeignZones.toOurs("DTSTART;TZID=Eastern Stan\r\n dard Time:20261202T090000"))
                .isEqualTo("DTSTART;TZID=America/New_York:20261202T090000\r\n");
        var words = "SUMMARY;X-A=\"a:b\":see ;TZID=Mars:1\r\n";
        assertThat(ForeignZones.toOurs(words)).isEqualTo(words);
    }

    private static String named(String line) {
        assertThat(line).startsWith("DTSTART;TZID=").endsWith(";X-A=b:20261202T090000\r\n");
        return line.replaceAll(".*TZID=|;X-A=.*|\\R", "");
    }
}
