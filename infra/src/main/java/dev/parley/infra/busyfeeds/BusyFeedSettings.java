package dev.parley.infra.busyfeeds;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How calendars of hosts elsewhere are read.
 *
 * @param every how often each is read
 * @param staleAfter how old what is known may be before nothing is offered on it
 * @param within what time one must be read, redirects and all
 * @param largest of what a server may send
 * @param redirects that are followed
 * @param mostEvents in one calendar
 * @param mostTimes that are kept of one calendar
 * @param ahead how far ahead is looked
 * @param atOnce calendars on this node at the same time
 * @param poll how often it is looked which are due
 * @param privateAddresses whether plain http and addresses of this network may be read; for tests only, for a user could make this server ask its neighbours
 */
@ConfigurationProperties("parley.busy-feeds")
record BusyFeedSettings(
        @DefaultValue("5m") Duration every,
        @DefaultValue("15m") Duration staleAfter,
        @DefaultValue("20s") Duration within,
        @DefaultValue("4MB") DataSize largest,
        @DefaultValue("3") int redirects,
        @DefaultValue("10000") int mostEvents,
        @DefaultValue("20000") int mostTimes,
        @DefaultValue("400d") Duration ahead,
        @DefaultValue("4") int atOnce,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("false") boolean privateAddresses) {}
