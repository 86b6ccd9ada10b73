package dev.parley.signaling;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many connections there may be at a time.
 *
 * @param node on this server
 * @param address from one address, or from the network of one IPv6 subscriber; offices and mobile networks share one
 * @param user of one person, in whatever meetings
 * @param tenant of one organisation, on this server
 */
record CrowdLimits(
        @DefaultValue("20000") int node,
        @DefaultValue("500") int address,
        @DefaultValue("20") int user,
        @DefaultValue("10000") int tenant) {}
