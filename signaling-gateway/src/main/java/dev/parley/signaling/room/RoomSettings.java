package dev.parley.signaling.room;

import dev.parley.signaling.floor.FloorSettings;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How rooms behave.
 *
 * @param meshSize clients with media in one room: everybody sends to everybody, so upstream grows with each
 * @param people with a place in one room
 * @param awayAfter a lost connection that comes back sooner is noticed by nobody
 * @param resumeWithin how long a lost connection may come back at all
 * @param turnClosesAfter how long words may stay unfinished after muting or losing the connection
 * @param charactersPerSecond how fast the interviewer is assumed to speak
 * @param wordsCutIn how many words of one person stop the interviewer, if they are more than a nod
 * @param resumesAfter how long people may be silent after stopping the interviewer before it goes on with what it was saying
 * @param voiceIsNoiseAfter how long somebody whose words are written down may make a sound without any before it is taken for a noise
 * @param waitsForPause how long the interviewer keeps back what it has to say while somebody is speaking
 * @param keepsFloorEvery how often what the floor was decided by is stored, for other thresholds to be tried on it; zero for never
 * @param hostLateAfter how long after the start those who are invited wait for a host who does not come
 * @param waiting to be let into one room
 * @param emptyFor how long an empty room remembers its meeting
 * @param noticeOfLeaving from saying that the server goes away to closing the connections
 * @param floorFor meetings of a type, by its name: what stands here is in place of all that concerns the floor
 */
public record RoomSettings(
        @DefaultValue("4") int meshSize,
        @DefaultValue("100") int people,
        @DefaultValue("4s") Duration awayAfter,
        @DefaultValue("60s") Duration resumeWithin,
        @DefaultValue("1s") Duration turnClosesAfter,
        @DefaultValue("15") int charactersPerSecond,
        @DefaultValue("2") int wordsCutIn,
        @DefaultValue("2s") Duration resumesAfter,
        @DefaultValue("5s") Duration voiceIsNoiseAfter,
        @DefaultValue("4s") Duration waitsForPause,
        @DefaultValue("1m") Duration keepsFloorEvery,
        @DefaultValue("5m") Duration hostLateAfter,
        @DefaultValue("50") int waiting,
        @DefaultValue("15m") Duration emptyFor,
        @DefaultValue("1s") Duration noticeOfLeaving,
        @DefaultValue LevelSettings level,
        @DefaultValue QualitySettings quality,
        @DefaultValue SilenceSettings silence,
        @DefaultValue Map<String, FloorProfile> floorFor) {

    FloorSettings floor(String meetingType) {
        return floorFor.getOrDefault(meetingType, floorForOthers()).settings();
    }

    private FloorProfile floorForOthers() {
        return new FloorProfile(level.cutsIn(), wordsCutIn, resumesAfter, voiceIsNoiseAfter, silence);
    }
}
