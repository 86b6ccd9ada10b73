package dev.parley.signaling.admission;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.api.TenantId;
import dev.parley.signaling.frame.IceConfiguration;
import dev.parley.signaling.frame.IceServer;
import dev.parley.signaling.frame.IceTransportPolicy;
import dev.parley.signaling.room.Attendee;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Short-lived TURN credentials (draft-uberti-behave-turn-rest-00): the name says until when, the password proves that we said so. */
public final class TurnCredentials {
    private static final String ALGORITHM = "HmacSHA1";

    private final TurnSettings settings;
    private final Clock clock;

    public TurnCredentials(TurnSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    public IceConfiguration configurationFor(Attendee who) {
        return new IceConfiguration(iceServersFor(who.id().toString()), policyOf(who.tenant()));
    }

    IceTransportPolicy policyOf(TenantId tenant) {
        var relayed = settings.relayOnly().contains("*") || settings.relayOnly().contains(tenant.toString());
        return relayed ? IceTransportPolicy.RELAY : IceTransportPolicy.ALL;
    }

    /** @param user a participant id; it shows up in coturn's logs and quotas */
    List<IceServer> iceServersFor(String user) {
        var servers = new ArrayList<IceServer>();
        if (!settings.stun().isEmpty()) servers.add(new IceServer(settings.stun(), Optional.empty(), Optional.empty()));
        if (!settings.urls().isEmpty()) settings.secret().forEach(secret -> servers.add(turn(user, secret)));
        return List.copyOf(servers);
    }

    private IceServer turn(String user, String secret) {
        var username = clock.instant().plus(settings.validFor()).getEpochSecond() + ":" + user;
        return new IceServer(settings.urls(), Optional.of(username), Optional.of(password(username, secret)));
    }

    private String password(String username, String secret) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM));
            return Base64.getEncoder().encodeToString(mac.doFinal(username.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
