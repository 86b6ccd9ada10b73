package dev.parley.signaling.frame.sdp;

import static dev.parley.signaling.frame.sdp.Grammar.isAddress;
import static dev.parley.signaling.frame.sdp.Grammar.isNumber;
import static dev.parley.signaling.frame.sdp.Grammar.isPort;
import static dev.parley.signaling.frame.sdp.Grammar.isText;
import static dev.parley.signaling.frame.sdp.Grammar.isToken;

import dev.parley.api.Refused;
import dev.parley.signaling.frame.SignalRefusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads one description from its first line to its last, once. */
final class SdpReader {
    private static final Set<String> KINDS = Set.of("audio", "video", "application");
    /** Only with DTLS: its keys are agreed on by the browsers themselves, under the fingerprints (RFC 8827 §6.5). */
    private static final Set<String> PROTOCOLS =
            Set.of("UDP/TLS/RTP/SAVPF", "TCP/DTLS/RTP/SAVPF", "UDP/DTLS/SCTP", "TCP/DTLS/SCTP", "DTLS/SCTP");

    private static final List<String> NEEDED = List.of("fingerprint", "ice-ufrag", "ice-pwd");

    private final SdpLimits limits;
    private final List<String> session = new ArrayList<>();
    private final List<MediaSection> sections = new ArrayList<>();
    private final Set<String> mids = new HashSet<>();
    private final Set<String> said = new HashSet<>();
    private List<String> lines = session;
    private int number;
    private int candidates;

    SdpReader(SdpLimits limits) {
        this.limits = limits;
    }

    SessionDescription read(String sdp) {
        for (var from = 0; from < sdp.length(); ) {
            var end = sdp.indexOf('\n', from);
            if (end < 0) end = sdp.length();
            line(sdp.substring(from, end > from && sdp.charAt(end - 1) == '\r' ? end - 1 : end));
            from = end + 1;
        }
        mustBeWhole();
        return new SessionDescription(List.copyOf(session), List.copyOf(sections));
    }

    private void line(String line) {
        if (++number > limits.lines()) throw malformed("too many lines");
        if (line.length() > limits.line()) throw malformed("too long");
        if (line.length() < 3 || line.charAt(1) != '=' || !isText(line)) throw malformed("not a line of text");
        if (number <= 3) opening(line);
        else if (line.charAt(0) == 'm') section(line.substring(2));
        else if (line.charAt(0) == 'a') attribute(line.substring(2));
        else if (!isOther(line)) throw malformed("a line that does not belong here");
        if (line.charAt(0) != 'm') lines.add(line);
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
        if (sections.size() >= limits.sections()) throw malformed("too many sections");
        var words = line.split(" ", 4);
        if (words.length < 4 || !KINDS.contains(words[0]) || !isPort(words[1]))
            throw malformed("not media that browsers send");
        if (!PROTOCOLS.contains(words[2])) throw malformed("media without DTLS");
        lines = new ArrayList<>();
        said.clear();
        sections.add(new MediaSection(words[0], Integer.parseInt(words[1]), words[2] + " " + words[3], lines));
    }

    private void attribute(String line) {
        var colon = line.indexOf(':');
        var name = colon < 0 ? line : line.substring(0, colon);
        if (Attributes.carriesKeys(name)) throw malformed("keys in the open");
        if (colon < 0 ? !isToken(name, 64) : !Attributes.isWellFormed(name, line.substring(colon + 1)))
            throw malformed("a malformed attribute");
        if (Attributes.SINGLE.contains(name) && !said.add(name)) throw malformed("said twice");
        if (name.equals("mid") && !mids.add(line)) throw malformed("two sections of one name");
        if (name.equals("candidate") && ++candidates > limits.candidates()) throw malformed("too many candidates");
    }

    private boolean isOther(String line) {
        var words = line.substring(2).split(" ", -1);
        return switch (line.charAt(0)) {
            case 'c' -> words.length == 3 && isNetwork(words[0], words[1], words[2]);
            case 't' -> sections.isEmpty() && words.length == 2 && isNumber(words[0], 20) && isNumber(words[1], 20);
            case 'b' -> isBandwidth(line.substring(2));
            default -> false;
        };
    }

    private static boolean isBandwidth(String value) {
        var colon = value.indexOf(':');
        return colon > 0 && isToken(value.substring(0, colon), 20) && isNumber(value.substring(colon + 1), 10);
    }

    private void mustBeWhole() {
        if (number < 3) throw malformed("v=, o= and s= begin a description");
        if (sections.isEmpty()) mustSay("fingerprint", List.of());
        for (var section : sections)
            if (section.isInUse()) NEEDED.forEach(attribute -> mustSay(attribute, section.lines()));
    }

    /** What a section does not say itself, the session says for all. */
    private void mustSay(String attribute, List<String> section) {
        var begins = "a=" + attribute + ":";
        if (Stream.concat(section.stream(), session.stream()).noneMatch(line -> line.startsWith(begins)))
            throw malformed("no " + attribute);
    }

    private Refused malformed(String rule) {
        return new Refused(SignalRefusal.SDP_MALFORMED, "sdp, line " + number + ": " + rule);
    }
}
