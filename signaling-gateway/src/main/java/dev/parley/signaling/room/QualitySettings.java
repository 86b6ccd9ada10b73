package dev.parley.signaling.room;

import dev.parley.api.meeting.LinkQuality;
import dev.parley.signaling.frame.ServerFrame.Grade;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a connection is no longer good, and when it is poor. It gets worse at once and better only after a while.
 *
 * @param betterAfter reports in a row that must be better before the grade is
 * @param notedEvery how often a poor connection of one person becomes a fact of the meeting, at most
 */
public record QualitySettings(
        @DefaultValue Fair fair,
        @DefaultValue Poor poor,
        @DefaultValue("3") int betterAfter,
        @DefaultValue("1m") Duration notedEvery) {

    /** From where on people notice it. @param rtt in milliseconds @param jitter in milliseconds */
    public record Fair(
            @DefaultValue("0.03") double loss,
            @DefaultValue("300") int rtt,
            @DefaultValue("50") int jitter) {}

    /** From where on people fail to understand each other. @param rtt in milliseconds @param jitter in milliseconds */
    public record Poor(
            @DefaultValue("0.08") double loss,
            @DefaultValue("600") int rtt,
            @DefaultValue("100") int jitter) {}

    Grade grade(LinkQuality link) {
        if (link.loss() >= poor.loss() || link.rtt() >= poor.rtt() || link.jitter() >= poor.jitter()) return Grade.POOR;
        if (link.loss() >= fair.loss() || link.rtt() >= fair.rtt() || link.jitter() >= fair.jitter()) return Grade.FAIR;
        return Grade.GOOD;
    }
}
