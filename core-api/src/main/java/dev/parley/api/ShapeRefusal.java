package dev.parley.api;

/** Why a message has the wrong shape, whatever feature it belongs to. */
public enum ShapeRefusal implements Refusal {
    MISSING("This field is required."),
    TOO_LONG("This text is longer than allowed."),
    TOO_MANY("This list has more entries than allowed."),
    CONTROL_CHARACTERS("Control characters are not allowed here."),
    MALFORMED_ID("This is not an id (a UUID, for instance 0199c8e2-5a3b-7c4d-8e9f-0123456789ab)."),
    MALFORMED_NAME("A name in an address has lower case letters, digits and dashes, 40 at most."),
    MALFORMED_EMAIL("This is not an e-mail address that mail can be sent to."),
    MALFORMED_TIME("This is not a local date and time, for instance 2026-12-01T09:00."),
    MALFORMED_CLOCK_TIME("This is not a time of day, for instance 09:00."),
    MALFORMED_DATE("This is not a date, for instance 2026-12-01."),
    MALFORMED_INSTANT("This is neither an instant nor a date, for instance 2026-12-01T09:00:00Z or 2026-12-01."),
    MALFORMED_DURATION("This is not a duration, for instance PT10M."),
    MALFORMED_NUMBER("This is not a number in the allowed range."),
    MALFORMED_CHOICE("This is not one of the allowed values."),
    MALFORMED_BODY("The body is not the JSON that is expected here."),
    MALFORMED_LANGUAGE("This is not the tag of a language (BCP 47), for instance de or pt-BR."),
    UNKNOWN_ZONE("No time zone has this name. One is for instance Europe/Berlin."),
    NOT_A_REGION(
            "An offset or an abbreviation is no region: clocks change by region. Take for instance Europe/Berlin."),
    DURATION_OUT_OF_RANGE("A meeting lasts between 5 minutes and 8 hours."),
    ENDS_BEFORE_IT_STARTS("The range ends before it starts."),
    RANGE_TOO_LONG("The range is longer than allowed."),
    OFFSET_NOT_VALID_HERE("The chosen offset is not one of the offsets of this local time.");

    private final String text;

    ShapeRefusal(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public Kind kind() {
        return Kind.MALFORMED;
    }
}
