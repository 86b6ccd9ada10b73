package dev.parley.api.series;

import dev.parley.api.Refusal;

/** Why a series, or the rule that it follows, says no. */
public enum SeriesRefusal implements Refusal {
    SERIES_UNKNOWN(Kind.UNKNOWN, "There is no such series."),
    SERIES_IS_OVER(Kind.CONFLICT, "Nothing of this series is left."),
    OCCURRENCE_UNKNOWN(Kind.UNACCEPTABLE, "The series has no meeting of this local start."),
    RECURRENCE_MALFORMED(
            Kind.MALFORMED, "This is not a recurrence rule, for instance FREQ=WEEKLY;BYDAY=MO,WE;COUNT=6."),
    RECURRENCE_NOT_SUPPORTED(
            Kind.UNACCEPTABLE, "Rules may have FREQ (daily, weekly, monthly), INTERVAL, BYDAY, and COUNT or UNTIL."),
    RECURRENCE_NEVER_ENDS(Kind.UNACCEPTABLE, "A rule must end, by COUNT or UNTIL."),
    UNTIL_NOT_IN_UTC(Kind.UNACCEPTABLE, "UNTIL is said in UTC, for instance 20261231T235959Z (RFC 5545 §3.3.10)."),
    TOO_MANY_OCCURRENCES(Kind.UNACCEPTABLE, "A series has 60 meetings at most, within two years."),
    NO_OCCURRENCES(Kind.UNACCEPTABLE, "No meeting is left of this rule."),
    START_NOT_IN_RULE(Kind.UNACCEPTABLE, "The first meeting does not follow the rule."),
    EXCEPTION_NOT_IN_RULE(Kind.UNACCEPTABLE, "The rule gives no meeting at this local time.");

    private final Kind kind;
    private final String text;

    SeriesRefusal(Kind kind, String text) {
        this.kind = kind;
        this.text = text;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String text() {
        return text;
    }
}
