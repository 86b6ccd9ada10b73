package dev.parley.signaling.admission;

import dev.parley.api.TenantId;
import dev.parley.signaling.frame.ClientFrame;
import dev.parley.signaling.frame.IceTransportPolicy;
import dev.parley.signaling.frame.sdp.CandidateLine;
import dev.parley.signaling.frame.sdp.SdpLimits;
import dev.parley.signaling.frame.sdp.SessionDescription;
import java.util.Optional;

/** Where people are to meet through relays only, nothing that says where they are passes, whatever their browsers send. */
public final class IcePolicy {
    private final TurnCredentials turn;
    private final SdpLimits limits;

    public IcePolicy(TurnCredentials turn, SdpLimits limits) {
        this.turn = turn;
        this.limits = limits;
    }

    /** @return what of this frame may go on */
    public Optional<ClientFrame> letThrough(TenantId tenant, ClientFrame frame) {
        if (!(frame instanceof ClientFrame.Negotiation step)) return Optional.of(frame);
        if (turn.policyOf(tenant) == IceTransportPolicy.ALL) return Optional.of(frame);
        return switch (step) {
            case ClientFrame.Offer(var to, var sdp, var epoch) ->
                Optional.of(new ClientFrame.Offer(to, relayed(sdp), epoch));
            case ClientFrame.Answer(var to, var sdp, var epoch) ->
                Optional.of(new ClientFrame.Answer(to, relayed(sdp), epoch));
            case ClientFrame.Candidate candidate -> relayed(candidate);
        };
    }

    private String relayed(String sdp) {
        return SessionDescription.read(sdp, limits).relayed().write();
    }

    /** That there are no more candidates is no secret. */
    private static Optional<ClientFrame> relayed(ClientFrame.Candidate frame) {
        var ice = frame.candidate();
        if (ice.isEmpty() || ice.get().candidate().isEmpty()) return Optional.of(frame);
        return CandidateLine.read(ice.get().candidate())
                .filter(CandidateLine::isRelay)
                .map(line -> ice.get().along(line.withoutOrigin().write()))
                .map(relay -> new ClientFrame.Candidate(frame.to(), Optional.of(relay), frame.epoch()));
    }
}
