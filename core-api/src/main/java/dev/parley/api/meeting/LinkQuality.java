package dev.parley.api.meeting;

import static dev.parley.api.ShapeRefusal.MALFORMED_NUMBER;

import dev.parley.api.Refused;

/**
 * How well media gets from one participant to another, as a browser measured it in the last seconds.
 *
 * @param peer the other side
 * @param rtt round trip in milliseconds
 * @param loss share of packets that did not arrive, 0 to 1
 * @param jitter in milliseconds
 */
public record LinkQuality(ParticipantId peer, int rtt, double loss, int jitter, CandidateType candidateType) {
    /** Longer is not measured but broken. */
    public static final int LONGEST = 600_000;

    public LinkQuality {
        if (rtt < 0 || rtt > LONGEST) throw new Refused(MALFORMED_NUMBER, "rtt");
        if (!(loss >= 0 && loss <= 1)) throw new Refused(MALFORMED_NUMBER, "loss");
        if (jitter < 0 || jitter > LONGEST) throw new Refused(MALFORMED_NUMBER, "jitter");
    }

    /** By which way media goes (RFC 8445 §5.1.1): directly, as seen from outside, as seen by the peer, or through a relay. */
    public enum CandidateType {
        HOST,
        SRFLX,
        PRFLX,
        RELAY
    }
}
