package dev.parley.saga;

import dev.parley.saga.analysis.Analyst;
import dev.parley.saga.analysis.WhenLeadSpeaksThenAnalyse;
import dev.parley.saga.autojoin.AutoJoinSettings;
import dev.parley.saga.inbox.Inbox;
import dev.parley.saga.inbox.JudgeMail;
import dev.parley.saga.interview.ContinueInterview;
import dev.parley.saga.interview.DryInterview;
import dev.parley.saga.interview.DryRun;
import dev.parley.saga.interview.EndMeetingAfterGoodbye;
import dev.parley.saga.interview.InterviewSettings;
import dev.parley.saga.interview.Interviewer;
import dev.parley.saga.interview.WhenInterviewCompletedThenEndMeeting;
import dev.parley.saga.interview.WhenInterviewCompletedThenSayGoodbye;
import dev.parley.saga.interview.WhenInterviewerIsSeatedThenMindTheTime;
import dev.parley.saga.interview.WhenInterviewerSpeaksThenRecord;
import dev.parley.saga.interview.WhenLeadIsPresentThenDisclose;
import dev.parley.saga.interview.WhenLeadSpeaksThenContinue;
import dev.parley.saga.interview.WhenLeadStaysSilentThenHelp;
import dev.parley.saga.notification.DeliverNotification;
import dev.parley.saga.notification.Invitations;
import dev.parley.saga.notification.SummaryMailSettings;
import dev.parley.saga.notification.WhenNotificationRequestedThenDeliver;
import dev.parley.saga.notification.WhenSummaryWrittenThenSend;
import dev.parley.saga.scoring.ScoreInterview;
import dev.parley.saga.scoring.WhenInterviewCompletedThenScore;
import dev.parley.saga.series.WhenSeriesChangesThenItsMeetingsFollow;
import dev.parley.saga.summary.SummariseMeeting;
import dev.parley.saga.summary.Summariser;
import dev.parley.saga.summary.SummarySettings;
import dev.parley.saga.summary.WhenMeetingEndedThenSummarise;
import dev.parley.saga.zones.FutureMeetings;
import dev.parley.saga.zones.MoveMeetingsByNewRules;
import dev.parley.saga.zones.ZoneRulesSettings;
import java.time.Clock;
import java.time.Duration;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/**
 * All processes, one after the other. Those with state are found by their {@code @Saga}: booking/BookingSaga,
 * notification/InvitationSaga, autojoin/AutoJoinSaga.
 */
@Configuration
@ComponentScan
@EnableConfigurationProperties({
    AutoJoinSettings.class,
    HistorySettings.class,
    InterviewSettings.class,
    SummarySettings.class,
    SummaryMailSettings.class,
    ZoneRulesSettings.class
})
public class Sagas {
    /** No handler may block longer than its processor's claim lasts. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Bean("sagaCommands")
    Commands commands(CommandGateway gateway) {
        return new Commands(gateway, PATIENCE);
    }

    @Bean
    History history(EventStore log, HistorySettings settings) {
        return new History(log, settings.remembered());
    }

    // -- interview: disclose, then take turns until all is covered

    @Bean
    WhenLeadIsPresentThenDisclose whenLeadIsPresentThenDisclose(History history, Commands commands, Clock clock) {
        return new WhenLeadIsPresentThenDisclose(history, commands, clock);
    }

    @Bean
    WhenLeadSpeaksThenContinue whenLeadSpeaksThenContinue(
            History history, Errands errands, InterviewSettings settings, Clock clock) {
        return new WhenLeadSpeaksThenContinue(history, errands, settings, clock);
    }

    @Bean
    WhenInterviewerIsSeatedThenMindTheTime whenInterviewerIsSeatedThenMindTheTime(
            History history, Errands errands, InterviewSettings settings) {
        return new WhenInterviewerIsSeatedThenMindTheTime(history, errands, settings);
    }

    @Bean
    ContinueInterview continueInterview(
            History history, Commands commands, Interviewer interviewer, InterviewSettings settings, Clock clock) {
        return new ContinueInterview(history, commands, interviewer, settings, clock);
    }

    @Bean
    DryRun dryRun(InterviewSettings settings) {
        return new DryInterview(settings);
    }

    @Bean
    WhenInterviewerSpeaksThenRecord whenInterviewerSpeaksThenRecord(History history, Commands commands, Clock clock) {
        return new WhenInterviewerSpeaksThenRecord(history, commands, clock);
    }

    @Bean
    WhenLeadStaysSilentThenHelp whenLeadStaysSilentThenHelp(History history, Commands commands, Clock clock) {
        return new WhenLeadStaysSilentThenHelp(history, commands, clock);
    }

    @Bean
    WhenInterviewCompletedThenEndMeeting whenInterviewCompletedThenEndMeeting(
            Errands errands, InterviewSettings settings, Clock clock) {
        return new WhenInterviewCompletedThenEndMeeting(errands, settings, clock);
    }

    @Bean
    WhenInterviewCompletedThenSayGoodbye whenInterviewCompletedThenSayGoodbye(
            History history, Commands commands, Clock clock) {
        return new WhenInterviewCompletedThenSayGoodbye(history, commands, clock);
    }

    @Bean
    EndMeetingAfterGoodbye endMeetingAfterGoodbye(History history, Commands commands, Clock clock) {
        return new EndMeetingAfterGoodbye(history, commands, clock);
    }

    // -- meanwhile: moods and buying signals, read out of each stretch of words

    @Bean
    WhenLeadSpeaksThenAnalyse whenLeadSpeaksThenAnalyse(
            History history, Commands commands, Analyst analyst, Clock clock) {
        return new WhenLeadSpeaksThenAnalyse(history, commands, analyst, clock);
    }

    // -- what comes of it: a summary, insights, a score

    @Bean
    WhenMeetingEndedThenSummarise whenMeetingEndedThenSummarise(Errands errands, Clock clock) {
        return new WhenMeetingEndedThenSummarise(errands, clock);
    }

    @Bean
    SummariseMeeting summariseMeeting(
            History history, Commands commands, Summariser summariser, SummarySettings settings, Clock clock) {
        return new SummariseMeeting(history, commands, summariser, settings, clock);
    }

    @Bean
    WhenInterviewCompletedThenScore whenInterviewCompletedThenScore(Errands errands, Clock clock) {
        return new WhenInterviewCompletedThenScore(errands, clock);
    }

    @Bean
    ScoreInterview scoreInterview(History history, Commands commands, Clock clock) {
        return new ScoreInterview(history, commands, clock);
    }

    // -- series: one decision, many meetings

    @Bean
    WhenSeriesChangesThenItsMeetingsFollow whenSeriesChangesThenItsMeetingsFollow(
            History history, Commands commands, Clock clock) {
        return new WhenSeriesChangesThenItsMeetingsFollow(history, commands, clock);
    }

    // -- time zones: the wall clock stays, whatever their rules become

    @Bean
    MoveMeetingsByNewRules moveMeetingsByNewRules(
            FutureMeetings meetings, Commands commands, Errands errands, ZoneRulesSettings settings, Clock clock) {
        return new MoveMeetingsByNewRules(meetings, commands, errands, settings, clock);
    }

    // -- what comes back by mail

    @Bean
    Inbox inbox(History history, Commands commands, Clock clock) {
        return new JudgeMail(history, commands, clock);
    }

    // -- letters

    @Bean
    WhenNotificationRequestedThenDeliver whenNotificationRequestedThenDeliver(Errands errands, Clock clock) {
        return new WhenNotificationRequestedThenDeliver(errands, clock);
    }

    @Bean
    DeliverNotification deliverNotification(History history, Commands commands, Invitations invitations, Clock clock) {
        return new DeliverNotification(history, commands, invitations, clock);
    }

    @Bean
    WhenSummaryWrittenThenSend whenSummaryWrittenThenSend(
            History history, Commands commands, SummaryMailSettings settings, Clock clock) {
        return new WhenSummaryWrittenThenSend(history, commands, settings, clock);
    }
}
