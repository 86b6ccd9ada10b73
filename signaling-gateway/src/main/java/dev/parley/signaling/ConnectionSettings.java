package dev.parley.signaling;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How one WebSocket behaves.
 *
 * @param allowedOrigins pages that may connect besides those of the same host, for instance {@code https://meet.example.org}
 * @param upgradeWithin from the connection to the whole first request, whatever that is for
 * @param joinWithin from opening to {@code join}
 * @param pingEvery how often the client is asked for a sign of life
 * @param silentFor how long without one until it is given up
 * @param framesPerSecond that one client may send on average
 * @param framesAtOnce that it may send in a burst
 * @param offersPerSecond offers and answers of these
 * @param offersAtOnce offers and answers in a burst
 * @param candidatesPerSecond candidates of these
 * @param candidatesAtOnce candidates in a burst
 * @param closeWithin how long it may take to go, once asked to
 * @param largestMessage bytes at which not even an answer is given; between the message limit and this, the client learns why
 */
record ConnectionSettings(
        @DefaultValue List<String> allowedOrigins,
        @DefaultValue("10s") Duration upgradeWithin,
        @DefaultValue("5s") Duration joinWithin,
        @DefaultValue("10s") Duration pingEvery,
        @DefaultValue("25s") Duration silentFor,
        @DefaultValue("200") int framesPerSecond,
        @DefaultValue("400") int framesAtOnce,
        @DefaultValue("20") int offersPerSecond,
        @DefaultValue("100") int offersAtOnce,
        @DefaultValue("100") int candidatesPerSecond,
        @DefaultValue("500") int candidatesAtOnce,
        @DefaultValue("2s") Duration closeWithin,
        @DefaultValue("1048576") int largestMessage) {}
