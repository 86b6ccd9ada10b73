package dev.parley.signaling.frame.sdp;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a browser offers or answers (RFC 8866, RFC 8829): the session's own lines, and a section for each kind of media. */
public final class SessionDescription {
    private final List<String> session;
    private final List<MediaSection> sections;

    SessionDescription(List<String> session, List<MediaSection> sections) {
        this.session = session;
        this.sections = sections;
    }

    /** @throws dev.parley.api.Refused with the line and the rule that it breaks */
    public static SessionDescription read(String sdp, SdpLimits limits) {
        return new SdpReader(limits).read(sdp);
    }

    /** The same without any address but those of relays. */
    public SessionDescription relayed() {
        var sections = this.sections.stream().map(MediaSection::relayed).toList();
        return new SessionDescription(Relayed.lines(session), sections);
    }

    public String write() {
        return Stream.concat(session.stream(), sections.stream().flatMap(MediaSection::write))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }
}
