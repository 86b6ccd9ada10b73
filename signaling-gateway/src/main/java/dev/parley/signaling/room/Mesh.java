package dev.parley.signaling.room;

import static dev.parley.signaling.frame.SignalRefusal.EPOCH_STALE;
import static dev.parley.signaling.frame.SignalRefusal.PEER_NOT_PRESENT;

import dev.parley.api.Refusal;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.signaling.frame.ClientFrame;
import dev.parley.signaling.frame.Letter;
import dev.parley.signaling.frame.ServerFrame;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who connects media with whom: every pair once, one side polite, under an epoch that later attempts outdate. */
final class Mesh implements MediaPlane {
    private final int limit;
    private final Map<ParticipantId, Integer> connected = new LinkedHashMap<>();
    private final Map<Set<ParticipantId>, Long> epochs = new HashMap<>();
    private long lastEpoch;

    Mesh(int limit) {
        this.limit = limit;
    }

    @Override
    public boolean has(ParticipantId who) {
        return connected.containsKey(who);
    }

    @Override
    public boolean isFull() {
        return connected.size() >= limit;
    }

    @Override
    public List<Delivery> connect(ParticipantId who, int order) {
        var deliveries = new ArrayList<Delivery>();
        connected.forEach((other, otherOrder) -> {
            var epoch = ++lastEpoch;
            epochs.put(Set.of(who, other), epoch);
            deliveries.add(negotiate(other, who, otherOrder > order, epoch));
            deliveries.add(negotiate(who, other, order > otherOrder, epoch));
        });
        connected.put(who, order);
        return deliveries;
    }

    @Override
    public List<Delivery> disconnect(ParticipantId who) {
        connected.remove(who);
        epochs.keySet().removeIf(pair -> pair.contains(who));
        return List.of();
    }

    @Override
    public boolean connects(ParticipantId one, ParticipantId other) {
        return !one.equals(other) && epochs.containsKey(Set.of(one, other));
    }

    @Override
    public List<Delivery> relay(ParticipantId from, long id, ClientFrame.Negotiation step) {
        var epoch = from.equals(step.to()) ? null : epochs.get(Set.of(from, step.to()));
        if (epoch == null) return refuse(from, id, PEER_NOT_PRESENT);
        if (epoch != step.epoch()) return refuse(from, id, EPOCH_STALE);
        return List.of(new Delivery(step.to(), Letter.from(from, onward(step))));
    }

    private static ServerFrame onward(ClientFrame.Negotiation step) {
        return switch (step) {
            case ClientFrame.Offer offer -> new ServerFrame.Offer(offer.sdp(), offer.epoch());
            case ClientFrame.Answer answer -> new ServerFrame.Answer(answer.sdp(), answer.epoch());
            case ClientFrame.Candidate candidate -> new ServerFrame.Candidate(candidate.candidate(), candidate.epoch());
        };
    }

    private static Delivery negotiate(ParticipantId who, ParticipantId peer, boolean polite, long epoch) {
        return new Delivery(who, Letter.of(new ServerFrame.Negotiate(peer, polite, epoch)));
    }

    private static List<Delivery> refuse(ParticipantId who, long id, Refusal why) {
        return List.of(new Delivery(who, Letter.refusing(id, why)));
    }
}
