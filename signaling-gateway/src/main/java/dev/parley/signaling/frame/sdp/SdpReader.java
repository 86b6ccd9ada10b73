package dev.parley.signaling.frame.sdp;

import static dev.parley.signaling.frame.sdp.Grammar.isAddress;
import static dev.parley.signaling.frame.sdp.Grammar.isNumber;
import static dev.parley.signaling.frame.sdp.Grammar.isText;
import static dev.parley.signaling.frame.sdp.Grammar.isToken;

import dev.parley.api.Refused;
import dev.parley.signaling.frame.SignalRefusal;
import dev.parley.signaling.frame.sdp.Attributes.Attribute;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads one description from its first line to its last, once. What most lines say is never taken out of the text: a
 * description has some hundred lines, and ten of them decide who hears whom.
 */
final class SdpReader {
    /** Only with DTLS: its keys are agreed on by the browsers themselves, under the fingerprints (RFC 8827 §6.5). */
    private static final Set<String> PROTOCOLS =
            Set.of("UDP/TLS/RTP/SAVPF", "TCP/DTLS/RTP/SAVPF", "UDP/DTLS/SCTP", "TCP/DTLS/SCTP", "DTLS/SCTP");

    private static final List<String> NEEDED = List.of("fingerprint", "ice-ufrag", "ice-pwd");

    private final String sdp;
    private final SdpLimits limits;
    private final Set<String> bySession = new HashSet<>();
    private final Set<String> bySection = new HashSet<>();
    private final Set<String> mids = new HashSet<>();
    private boolean plain = true;
    private boolean inUse;
    private int number;
    private int sections;
    private int candidates;

    SdpReader(String sdp, SdpLimits limits) {
        this.sdp = sdp;
        this.limits = limits;
    }

    /** @throws Refused with the line and the rule that it breaks */
    void read() {
        for (var from = 0; from < sdp.length(); ) {
            var feed = sdp.indexOf('\n', from);
            if (feed < 0) feed = sdp.length();
            var end = feed > from && sdp.charAt(feed - 1) == '\r' ? feed - 1 : feed;
            plain &= end < feed && feed < sdp.length();
            line(from, end);
            from = feed + 1;
        }
        if (number < 3) throw malformed("v=, o= and s= begin a description");
        if (sections == 0) mustSay("fingerprint");
        endOfSection();
    }

    /** Whether it is written already as it is to be written. */
    boolean isPlain() {
        return plain;
    }

    private void line(int from, int end) {
        if (++number > limits.lines()) throw malformed("too many lines");
        if (end - from > limits.line()) throw malformed("too long");
        if (end - from < 3 || sdp.charAt(from + 1) != '=' || !isText(sdp, from, end))
            throw malformed("not a line of text");
        if (number > 3 && sdp.charAt(from) == 'a') attribute(from + 2, end);
        else rarer(sdp.substring(from, end));
    }

    private void rarer(String line) {
        if (number <= 3) opening(line);
        else if (line.startsWith(MediaLine.BEGIN)) section(line);
        else if (!isOther(line)) throw malformed("a line that does not belong here");
    }

    private void opening(String line) {
        var belongs = switch (number) {
            case 1 -> line.equals("v=0");
            case 2 -> line.startsWith("o=") && isOrigin(line.substring(2).split(" ", -1));
            default -> line.startsWith("s=");
        };
        if (!belongs) throw malformed("v=, o= and s= begin a description");
    }

    private static boolean isOrigin(String[] words) {
        return words.length == 6
                && isNumber(words[1], 20)
                && isNumber(words[2], 20)
                && isNetwork(words[3], words[4], words[5]);
    }

    private static boolean isNetwork(String net, String family, String address) {
        return net.equals("IN") && (family.equals("IP4") || family.equals("IP6")) && isAddress(address);
    }

    private void section(String line) {
        endOfSection();
        if (++sections > limits.sections()) throw malformed("too many sections");
        var media = MediaLine.read(line).orElseThrow(() -> malformed("not media that browsers send"));
        if (!PROTOCOLS.contains(media.protocol())) throw malformed("media without DTLS");
        plain &= media.write().equals(line);
        inUse = media.isInUse();
        bySection.clear();
    }

    private void attribute(int from, int end) {
        var colon = sdp.indexOf(':', from, end);
        var nameEnd = colon < 0 ? end : colon;
        if (Attributes.carriesKeys(sdp, from, nameEnd)) throw malformed("keys in the open");
        var checked = Attributes.checked(sdp, from, nameEnd);
        if (checked.isPresent()) check(checked.get(), colon < 0 ? "" : sdp.substring(colon + 1, end));
        else if (!isToken(sdp, from, nameEnd, 64)) throw malformed("a malformed attribute");
    }

    private void check(Attribute attribute, String value) {
        if (!attribute.grammar().test(value)) throw malformed("a malformed attribute");
        var said = sections == 0 ? bySession : bySection;
        if (!said.add(attribute.name()) && attribute.single()) throw malformed("said twice");
        if (attribute.is("mid") && !mids.add(value)) throw malformed("two sections of one name");
        if (attribute.is("candidate") && ++candidates > limits.candidates()) throw malformed("too many candidates");
    }

    private boolean isOther(String line) {
        var words = line.substring(2).split(" ", -1);
        return switch (line.charAt(0)) {
            case 'c' -> words.length == 3 && isNetwork(words[0], words[1], words[2]);
            case 't' -> sections == 0 && words.length == 2 && isNumber(words[0], 20) && isNumber(words[1], 20);
            case 'b' -> isBandwidth(line.substring(2));
            default -> false;
        };
    }

    private static boolean isBandwidth(String value) {
        var colon = value.indexOf(':');
        return colon > 0 && isToken(value.substring(0, colon), 20) && isNumber(value.substring(colon + 1), 10);
    }

    private void endOfSection() {
        if (inUse) NEEDED.forEach(this::mustSay);
    }

    /** What a section does not say itself, the session says for all. */
    private void mustSay(String attribute) {
        if (!bySection.contains(attribute) && !bySession.contains(attribute)) throw malformed("no " + attribute);
    }

    private Refused malformed(String rule) {
        return new Refused(SignalRefusal.SDP_MALFORMED, "sdp, line " + number + ": " + rule);
    }
}
