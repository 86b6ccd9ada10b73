package dev.parley.journeys;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the world sends, in families, as JSON of one value. A seed makes the same rubbish again. {@link #OVERLONG} stands for
 * two bytes that are no UTF-8.
 */
final class BadInputs {
    static final String OVERLONG = "@@overlong@@";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Random random;

    BadInputs(long seed) {
        this.random = new Random(seed);
    }

    record Family(String name, Function<BadInputs, List<String>> values) {}

    private static final List<Family> FAMILIES = List.of(
            texts("blank", "", "   ", "\u200b", "\t", "\u00a0\u2003"),
            new Family("length", it -> it.lengths()),
            texts("control", "a\u0000b", "\u0007", "\u001b[31m", "a\u0085b", "\u009b"),
            raw("surrogates", "\"\\ud800\"", "\"\\udc00x\"", "\"x\\ud83d\"", "\"\ufeffx\"", "\"" + OVERLONG + "\""),
            texts(
                    "direction",
                    "\u202eevil",
                    "a\u2066b\u2069",
                    "e" + "\u0301".repeat(500),
                    "\u0440\u0430ypal",
                    "e\u0301"),
            texts("lines", "a\rb", "a\nb", "x\r\nBcc: all@evil.test", "x\r\n\r\n<b>", "x\u2028y", "x\u2029y"),
            texts("quotes", "\"", "\\", ";,:", "\"\\;,:'`", "x\";CN=Eve:mailto:eve@evil.test"),
            texts("sql", "'; drop table event_log; --", "1' or '1'='1", "%", "_%", "$$"),
            texts("search", "& | ! :*", "a <-> b", "(((", "(a+)+$", "a".repeat(60) + "!"),
            texts(
                    "template",
                    "${jndi:ldap://127.0.0.1/x}",
                    "#{7*7}",
                    "{{way}}",
                    "{{{x}}}",
                    "{{#x}}",
                    "%{(1)}",
                    "<%= 1 %>"),
            texts(
                    "markup",
                    "<img src=x onerror=alert(1)>",
                    "<svg/onload=alert(1)>",
                    "![x](http://127.0.0.1/)",
                    "javascript:alert(1)",
                    "</script><script>",
                    "]]>",
                    "BEGIN:VEVENT"),
            new Family(
                    "depth",
                    it -> List.of(
                            "[".repeat(10_000) + "]".repeat(10_000),
                            "{\"a\":".repeat(2_000) + "1" + "}".repeat(2_000))),
            raw(
                    "numbers",
                    "1e400",
                    "-0",
                    "NaN",
                    "9007199254740993",
                    "9223372036854775808",
                    "-1",
                    "0",
                    "0.1",
                    "1e-400",
                    "0." + "3".repeat(40),
                    "007",
                    "+1"),
            raw(
                    "types",
                    "true",
                    "[]",
                    "{}",
                    "[null]",
                    "[[]]",
                    "42",
                    "\"text\"",
                    "null",
                    "{\"__proto__\":{\"admin\":true}}"),
            texts("choices", "nonsense", "AI", "Ai", "ai ", "HUMAN", "-1"),
            new Family(
                    "crowds",
                    it -> List.of(
                            it.crowd("0", 100_000),
                            it.crowd("{\"name\":\"G\",\"email\":\"g%d@x.test\"}", 10_000),
                            "[{\"name\":\"G\",\"email\":\"g@x.test\"},{\"name\":\"G\",\"email\":\"G@X.test\"}]")),
            texts(
                    "ids",
                    "0199C8E2-5A3B-7C4D-8E9F-0123456789AB",
                    "{0199c8e2-5a3b-7c4d-8e9f-0123456789ab}",
                    "00000000-0000-0000-0000-000000000000",
                    "f47ac10b-58cc-11e4-8ed6-0800200c9a66",
                    "-".repeat(36),
                    "1",
                    "../x"),
            texts(
                    "addresses",
                    "<aaa@bbb.test>ccc@ddd.test",
                    "a@x.test\u0000",
                    "a@x.test (c)",
                    "a@[127.0.0.1]",
                    "=?utf-8?q?a?=@x",
                    "a@x.test, b@x.test",
                    "a@x.test\r\nRCPT TO:<b@x.test>",
                    "\"a b\"@x.test",
                    "a@" + "x".repeat(300) + ".test",
                    "@",
                    "a@b"),
            texts(
                    "urls",
                    "http://127.0.0.1:22/",
                    "http://169.254.169.254/latest/meta-data",
                    "file:///etc/passwd",
                    "http://[::1]/",
                    "http://localhost:5432",
                    "gopher://127.0.0.1",
                    "https://user@evil.test@127.0.0.1/",
                    "//",
                    "http://0x7f000001/"),
            texts(
                    "zones",
                    "+02:00",
                    "EST",
                    "GMT+2",
                    "UTC+1",
                    "Etc/GMT+5",
                    "Mars/Phobos",
                    "../../etc/passwd",
                    "SystemV/PST8",
                    "Europe/Berlin\u0000",
                    "posix/Europe/Berlin",
                    "europe/berlin",
                    "Z",
                    "UT"),
            texts(
                    "times",
                    "2027-02-30T09:00",
                    "2027-01-01T24:00",
                    "2027-01-01T23:59:60",
                    "0000-01-01T00:00",
                    "10000-01-01T00:00",
                    "2027-01-01T09:00Z",
                    "2027-01-01T09:00+25:00",
                    "1",
                    "2027-13-01",
                    "now",
                    "-999999999-01-01T00:00"),
            texts("spans", "PT0S", "PT-10M", "P100Y", "PT999999999999H", "P1Y", "10m", "PT", "-PT1H"),
            texts(
                    "recurrences",
                    "FREQ=DAILY",
                    "FREQ=SECONDLY;COUNT=9999999",
                    "FREQ=DAILY;INTERVAL=0;COUNT=2",
                    "FREQ=DAILY;COUNT=0",
                    "FREQ=DAILY;COUNT=99999999999",
                    "FREQ=MONTHLY;BYDAY=9XX;COUNT=2",
                    "FREQ=DAILY;UNTIL=99991231T235959Z",
                    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=1",
                    "RRULE:FREQ=DAILY;COUNT=2",
                    "FREQ=DAILY;COUNT=2\r\nATTENDEE:x",
                    "=;=;="),
            texts("encodings", "%00", "..%2f..%2f", "AAAA====", "\u00ff\u00fe", "=?utf-8?b?Pg==?=", "&#106;avascript:"),
            texts("emoji", "🙂".repeat(2_500), "👨‍👩‍👧‍👦".repeat(300), "\ud83c\udff4\udb40\udc67"));

    static List<Family> families() {
        return FAMILIES;
    }

    /** So many of a family, chosen by the seed. */
    List<String> some(Family family, int most) {
        var values = new ArrayList<>(family.values().apply(this));
        java.util.Collections.shuffle(values, random);
        return values.subList(0, Math.min(most, values.size()));
    }

    private List<String> lengths() {
        return IntStream.of(1, 81, 201, 301, 1_001, 10_001, 20_001, 60_001, 900_000)
                .mapToObj(length -> JSON.writeValueAsString("x".repeat(length)))
                .toList();
    }

    private String crowd(String each, int size) {
        return IntStream.range(0, size).mapToObj(each::formatted).collect(Collectors.joining(",", "[", "]"));
    }

    private static Family texts(String name, String... texts) {
        var values = Arrays.stream(texts).map(BadInputs::quoted).toList();
        return new Family(name, _ -> values);
    }

    private static Family raw(String name, String... values) {
        return new Family(name, _ -> List.of(values));
    }

    private static String quoted(String text) {
        return JSON.writeValueAsString(text);
    }
}
