package dev.parley.saga.interview;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How an interview is led.
 *
 * @param pauseAfterSpeech how long the lead must be quiet before it is the interviewer's turn; what was typed is complete
 * @param pauseAfterSpeechFor meetings of a type, by its name: in place of {@code pauseAfterSpeech}
 * @param pauseAfterOthers the same for hosts and guests: the lead may answer them first
 * @param keepsOut how long the interviewer leaves a host and the lead to themselves if neither goes on
 * @param waitsForSpeaker how long somebody who was given the floor may take to begin
 * @param patience how long the interviewer may think before the words on file are used
 * @param asksForMomentAfter how long it may think before it says that it does
 * @param closesBefore how long before the end the goodbye begins
 * @param perQuestion how long a question and its answer take, to see whether time is short
 * @param sureFrom below this confidence an answer is asked for once more
 * @param digressions how often the lead may ask back before a question is left aside
 * @param languageShowsWithin how many moves it may take to tell which language the lead speaks
 * @param goodbye how long the lead may listen to the goodbye before the room closes
 */
@ConfigurationProperties("parley.interview")
public record InterviewSettings(
        @DefaultValue PauseSettings pauseAfterSpeech,
        @DefaultValue Map<String, PauseSettings> pauseAfterSpeechFor,
        @DefaultValue("2s") Duration pauseAfterOthers,
        @DefaultValue("15s") Duration keepsOut,
        @DefaultValue("20s") Duration waitsForSpeaker,
        @DefaultValue("10s") Duration patience,
        @DefaultValue("1500ms") Duration asksForMomentAfter,
        @DefaultValue("60s") Duration closesBefore,
        @DefaultValue("45s") Duration perQuestion,
        @DefaultValue("0.5") double sureFrom,
        @DefaultValue("2") int digressions,
        @DefaultValue("4") int languageShowsWithin,
        @DefaultValue("6s") Duration goodbye) {}
