package dev.parley.signaling.room;

import dev.parley.api.Refusal;
import dev.parley.api.meeting.Participant;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.signaling.frame.Letter;
import dev.parley.signaling.frame.ServerFrame;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who has a place in the room, in the order they came, and who of them gets a letter. Pure. */
final class Members {
    private final Map<ParticipantId, Member> members = new LinkedHashMap<>();
    private int joins;

    Member join(Participant who) {
        var member = Member.of(who, ++joins);
        put(member);
        return member;
    }

    /** As this one is now. */
    void put(Member member) {
        members.put(member.id(), member);
    }

    @Nullable
    Member remove(ParticipantId who) {
        return members.remove(who);
    }

    @Nullable
    Member get(ParticipantId who) {
        return members.get(who);
    }

    Optional<Member> find(ParticipantId who) {
        return Optional.ofNullable(members.get(who));
    }

    int size() {
        return members.size();
    }

    /** Those whose connection is not lost. */
    Stream<Member> here() {
        return members.values().stream().filter(member -> !member.away());
    }

    boolean isHost(ParticipantId who) {
        var member = members.get(who);
        return member != null && member.isHost();
    }

    List<Delivery> everybody(Letter letter) {
        return to(_ -> true, letter);
    }

    List<Delivery> everybody(List<Letter> letters) {
        return letters.stream().flatMap(letter -> everybody(letter).stream()).toList();
    }

    /** To all but the sender; a frame about the sender's coming and going names it itself. */
    List<Delivery> others(Member sender, ServerFrame frame) {
        var letter = frame instanceof ServerFrame.Joined || frame instanceof ServerFrame.Left
                ? Letter.of(frame)
                : Letter.from(sender.id(), frame);
        return others(sender.id(), letter);
    }

    List<Delivery> others(ParticipantId sender, Letter letter) {
        return to(other -> !other.equals(sender), letter);
    }

    /** To all but whom each is from. */
    List<Delivery> others(List<Letter> letters) {
        return letters.stream()
                .flatMap(letter -> to(other -> !letter.from().equals(Optional.of(other)), letter).stream())
                .toList();
    }

    List<Delivery> hosts(Optional<Letter> letter) {
        return letter.map(what -> to(this::isHost, what)).orElse(List.of());
    }

    static List<Delivery> refuse(Member member, long id, Refusal why) {
        return List.of(new Delivery(member.id(), Letter.refusing(id, why)));
    }

    private List<Delivery> to(Predicate<ParticipantId> whom, Letter letter) {
        var deliveries = new ArrayList<Delivery>(members.size());
        for (var id : members.keySet()) if (whom.test(id)) deliveries.add(new Delivery(id, letter));
        return deliveries;
    }
}
