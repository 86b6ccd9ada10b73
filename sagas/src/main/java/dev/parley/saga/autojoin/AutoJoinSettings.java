package dev.parley.saga.autojoin;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How patient a meeting is.
 *
 * @param lobbyOpensBefore how long before the start people may come in
 * @param leadPatience how long after the start the lead may come before they are missed
 * @param leadGrace how much longer they may still come, after that
 * @param latestStart how long after the agreed time a meeting is still started when Parley was not running, if nobody is there yet
 * @param emptyRoom how long everybody may be away before the meeting ends
 * @param overtime how long after the agreed end it is looked whether somebody is still there, again and again
 * @param longestOvertime after which it ends, whoever is there
 */
@ConfigurationProperties("parley.autojoin")
public record AutoJoinSettings(
        @DefaultValue("10m") Duration lobbyOpensBefore,
        @DefaultValue("15m") Duration leadPatience,
        @DefaultValue("5m") Duration emptyRoom,
        @DefaultValue("10m") Duration overtime,
        @DefaultValue("2h") Duration longestOvertime,
        @DefaultValue("10m") Duration leadGrace,
        @DefaultValue("15m") Duration latestStart) {}
