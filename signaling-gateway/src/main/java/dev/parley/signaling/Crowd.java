package dev.parley.signaling;

import static dev.parley.signaling.frame.SignalRefusal.GATEWAY_FULL;
import static dev.parley.signaling.frame.SignalRefusal.TOO_MANY_CONNECTIONS;

import dev.parley.api.Refused;
import dev.parley.api.TenantId;
import dev.parley.signaling.Headcount.Place;
import dev.parley.signaling.room.Attendee;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Everybody who is connected to this server: each takes a place at the door, and one more when it is known who it is. */
final class Crowd {
    private final Headcount<String> node;
    private final Headcount<ByteBuffer> addresses;
    private final Headcount<Person> people;
    private final Headcount<TenantId> tenants;

    Crowd(CrowdLimits limits) {
        this.node = new Headcount<>(limits.node());
        this.addresses = new Headcount<>(limits.address());
        this.people = new Headcount<>(limits.user());
        this.tenants = new Headcount<>(limits.tenant());
    }

    private record Person(TenantId tenant, String id) {}

    /** @param from as the web server sees it: behind a proxy, what that says ({@code server.forward-headers-strategy}) */
    Place atTheDoor(@Nullable InetSocketAddress from) {
        return both(addresses.take(network(from), TOO_MANY_CONNECTIONS), () -> node.take("node", GATEWAY_FULL));
    }

    Place of(Attendee who) {
        var person = new Person(who.tenant(), who.by().id());
        return both(people.take(person, TOO_MANY_CONNECTIONS), () -> tenants.take(who.tenant(), TOO_MANY_CONNECTIONS));
    }

    private static Place both(Place first, Supplier<Place> second) {
        try {
            return first.and(second.get());
        } catch (Refused full) {
            first.giveBack();
            throw full;
        }
    }

    /** Who has one IPv6 address has as many as they like, all beginning with the same 64 bits. */
    private static ByteBuffer network(@Nullable InetSocketAddress from) {
        if (from == null || from.getAddress() == null) return ByteBuffer.allocate(0);
        var bytes = from.getAddress().getAddress();
        return ByteBuffer.wrap(bytes.length == 16 ? Arrays.copyOf(bytes, 8) : bytes);
    }
}
