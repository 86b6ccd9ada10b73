package dev.parley.infra.busyfeeds;

import static dev.parley.api.calendar.CalendarRefusal.FEED_ADDRESS_REFUSED;

import dev.parley.api.Refused;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;

/**
 * Where a calendar may be read. Users choose these addresses, and this server must not ask its neighbours in their name: only
 * https, and only servers that anybody can reach. Names are looked up again before each request; the JVM remembers what it
 * found for half a minute, so that the connection goes where the check looked.
 */
final class FeedAddress {
    private final boolean privateAllowed;

    FeedAddress(boolean privateAllowed) {
        this.privateAllowed = privateAllowed;
    }

    /** Without asking anybody. Calendars call their own scheme {@code webcal}, which means https. */
    URI read(String text) {
        var uri = uri(text.replaceFirst("^(?i)webcals?:", "https:"));
        var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        var isHttps = scheme.equals("https") || privateAllowed && scheme.equals("http");
        if (!isHttps || uri.getHost() == null || uri.getRawUserInfo() != null || uri.getFragment() != null)
            throw refused();
        return uri;
    }

    /** Every address that the name leads to must be one that anybody can reach. */
    void mustBePublic(URI uri) throws UnknownHostException {
        if (privateAllowed) return;
        for (var address : InetAddress.getAllByName(uri.getHost())) if (!isPublic(address)) throw refused();
    }

    static boolean isPublic(InetAddress address) {
        var local = address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
        return !local
                && (address instanceof Inet4Address
                        ? isPublic4(address.getAddress())
                        : isPublic6(address.getAddress()));
    }

    /** RFC 6890: this network, shared by carriers, protocol assignments, documentation, benchmarks, reserved. */
    private static boolean isPublic4(byte[] bytes) {
        var first = bytes[0] & 0xFF;
        var second = bytes[1] & 0xFF;
        var third = bytes[2] & 0xFF;
        if (first == 0 || first >= 240) return false;
        if (first == 100 && second >= 64 && second < 128) return false;
        if (first == 192 && second == 0 && (third == 0 || third == 2)) return false;
        if (first == 198 && (second == 18 || second == 19 || second == 51 && third == 100)) return false;
        return !(first == 203 && second == 0 && third == 113);
    }

    /** Only what is global unicast, and no way round to IPv4: not 6to4, not Teredo, not NAT64. */
    private static boolean isPublic6(byte[] bytes) {
        var isGlobal = (bytes[0] & 0xE0) == 0x20;
        var is6to4 = bytes[0] == 0x20 && bytes[1] == 0x02;
        var isTeredoOrTest = bytes[0] == 0x20 && bytes[1] == 0x01 && (bytes[2] & 0xFE) == 0;
        return isGlobal && !is6to4 && !isTeredoOrTest;
    }

    /** What may be shown of it. */
    static String server(URI uri) {
        return uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
    }

    private static URI uri(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw refused();
        }
    }

    private static Refused refused() {
        return new Refused(FEED_ADDRESS_REFUSED, "url");
    }
}
