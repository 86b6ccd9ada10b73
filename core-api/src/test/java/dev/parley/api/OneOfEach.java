package dev.parley.api;

import static dev.parley.api.Samples.*;

import dev.parley.api.analysis.AnalysisEvent.*;
import dev.parley.api.analysis.AnalysisId;
import dev.parley.api.analysis.BuyingSignal;
import dev.parley.api.analysis.Reading;
import dev.parley.api.analysis.Sentiment;
import dev.parley.api.assignment.AssignmentEvent.*;
import dev.parley.api.assignment.AssignmentId;
import dev.parley.api.assignment.AssignmentRule;
import dev.parley.api.assignment.AssignmentsId;
import dev.parley.api.assignment.LeadTrait;
import dev.parley.api.calendar.CalendarEvent;
import dev.parley.api.calendar.CalendarEvent.*;
import dev.parley.api.calendar.CalendarRefusal;
import dev.parley.api.feed.FeedEvent.*;
import dev.parley.api.feed.FeedId;
import dev.parley.api.floor.FloorEvent.FloorKept;
import dev.parley.api.floor.FloorId;
import dev.parley.api.hostpool.HostPoolEvent.*;
import dev.parley.api.hostpool.HostPoolId;
import dev.parley.api.hostpool.PoolMember;
import dev.parley.api.interview.Answer;
import dev.parley.api.interview.InterviewEvent.*;
import dev.parley.api.interview.InterviewId;
import dev.parley.api.interview.ModelTrouble;
import dev.parley.api.interview.MoveReason;
import dev.parley.api.interview.Silence;
import dev.parley.api.lead.LeadEvent.*;
import dev.parley.api.lead.LeadStatus;
import dev.parley.api.lead.Score;
import dev.parley.api.meeting.EntryPolicy;
import dev.parley.api.meeting.Host;
import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.LinkQuality;
import dev.parley.api.meeting.LinkQuality.CandidateType;
import dev.parley.api.meeting.MeetingEvent.*;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.MeetingSummary;
import dev.parley.api.meeting.MeetingTime;
import dev.parley.api.meeting.ProposedTime;
import dev.parley.api.meeting.Response;
import dev.parley.api.notification.Language;
import dev.parley.api.notification.NotificationEvent.*;
import dev.parley.api.notification.NotificationId;
import dev.parley.api.notification.NotificationKind;
import dev.parley.api.preference.PreferenceEvent.*;
import dev.parley.api.preference.PreferencesId;
import dev.parley.api.questionset.CrmField;
import dev.parley.api.questionset.CrmField.Transform;
import dev.parley.api.questionset.Languages;
import dev.parley.api.questionset.Mapping;
import dev.parley.api.questionset.Question;
import dev.parley.api.questionset.QuestionSetEvent.*;
import dev.parley.api.questionset.QuestionType;
import dev.parley.api.questionset.Suggestion;
import dev.parley.api.questionset.Translation;
import dev.parley.api.series.Occurrence;
import dev.parley.api.series.RecurrenceRule;
import dev.parley.api.series.SeriesCommand.PlannedMeeting;
import dev.parley.api.series.SeriesEvent.*;
import dev.parley.api.series.SeriesId;
import dev.parley.api.series.SeriesPlan;
import dev.parley.api.template.TemplateEvent.*;
import dev.parley.api.template.TemplateId;
import dev.parley.api.template.Wording;
import dev.parley.api.transcript.GapCause;
import dev.parley.api.transcript.Source;
import dev.parley.api.transcript.TranscriptEvent.*;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One event of each kind, as it could have happened around Alice's discovery call with Lena. */
public final class OneOfEach {
    private static final InterviewId interview = InterviewId.of(discoveryCall);
    private static final TimeSlot slot = nextTuesday9amBerlin().slot();
    private static final MeetingTime secondOccurrence = new MeetingTime(
            LocalDateTime.parse("2026-11-01T01:30"),
            ZoneId.of("America/New_York"),
            Duration.ofMinutes(45),
            Optional.of(ZoneOffset.ofHours(-5)));
    private static final NotificationId invitation =
            NotificationId.of(discoveryCall, NotificationKind.INVITATION, lena.email(), "seq-0");
    private static final TemplateId germanSummary = TemplateId.of(demo, NotificationKind.SUMMARY, Language.DE);
    private static final Answer yes =
            new Answer("yes", 0.95, List.of(segment(7)), "Yes, we have set aside 40,000 euros.");

    private static final Languages englishAndGerman = new Languages(Optional.of("en"), List.of("de"));
    private static final Question colourInGerman = question(
                    "Which colour?", QuestionType.CHOICE, false, 0, budget.signal())
            .translated(List.of(new Translation("de", "Welche Farbe?", List.of("Rot", "Grün", "Blau"))));

    private static final FeedId alicesFeed = FeedId.of(demo, alice.id());
    private static final ProposedTime anHourLater = new ProposedTime(
            nextTuesday9amBerlin().start().plusSeconds(3_600),
            nextTuesday9amBerlin().end().plusSeconds(3_600),
            2,
            now,
            "One hour later?");

    private static final SeriesId weekly = SeriesId.beginningWith(discoveryCall);
    private static final HostPoolId inbound = new HostPoolId(uuid("pool inbound"));
    private static final PoolMember aliceInThePool = new PoolMember(alice.id(), alice.name(), 2);
    private static final PlannedMeeting secondWeek = new PlannedMeeting(
            new MeetingId(uuid("second week")),
            new Occurrence(weekly, 2, LocalDateTime.parse("2026-12-08T09:00"), ZoneId.of("Europe/Berlin")),
            berlin("2026-12-08T09:00"));

    private static final AssignmentRule forAcmeInWinter = new AssignmentRule(
            new AssignmentId(uuid("for Acme in winter")),
            qualification.questionSetId(),
            Optional.of("discovery"),
            List.of(new LeadTrait(LeadTrait.Of.EMAIL_DOMAIN, "acme.test")),
            10,
            Optional.of(LocalDate.parse("2026-12-01")),
            Optional.of(LocalDate.parse("2027-02-28")));

    private OneOfEach() {}

    private static Question everythingOf(Question plain) {
        return plain.under("Goals")
                .translated(List.of(new Translation("de", "Was soll besser werden?", List.of())))
                .mappedTo(new Mapping(
                        Optional.of(40), Optional.of(new CrmField("Commentary", Transform.TEXT, Map.of()))));
    }

    public static List<Event> events() {
        var call = aDiscoveryCall();
        return List.of(
                // The zone rules' version comes from the JDK that runs the test, so it is fixed here.
                new MeetingScheduled(
                        discoveryCall,
                        demo,
                        alice.id(),
                        alice.name(),
                        "Discovery call",
                        "discovery",
                        lenasLead,
                        DiscoveryCall.room,
                        call.time(),
                        call.time().start(),
                        "2026a",
                        call.invitees(),
                        call.schedule().interviewer(),
                        DiscoveryCall.reminders,
                        Optional.of(new Occurrence(
                                weekly, 1, call.time().localStart(), call.time().zone()))),
                call.pinned(),
                new MeetingRescheduled(discoveryCall, secondOccurrence, secondOccurrence.start(), "2026a", 1),
                new MeetingInstantReResolved(
                        discoveryCall,
                        secondOccurrence,
                        secondOccurrence.start(),
                        secondOccurrence.start().minusSeconds(3_600),
                        "2026f",
                        "2026a",
                        2),
                new MeetingReassigned(discoveryCall, bob.id(), bob.name(), "Alice is ill", 4),
                new MeetingDetailsRevised(discoveryCall, "Discovery call with Acme", 2),
                new InviteeAdded(discoveryCall, gus),
                new InviteeRemoved(discoveryCall, gus.participantId(), 3),
                new InviteeResponded(discoveryCall, lena.participantId(), Response.ACCEPTED, 2, now, "See you!"),
                new ProposalDeclined(discoveryCall, lena.participantId(), anHourLater),
                new NewTimeProposed(discoveryCall, lena.participantId(), anHourLater),
                new CalendarRepaired(discoveryCall, lena.participantId(), 5),
                call.cancelled(),
                call.lobbyOpened(),
                call.started(),
                call.leadJoined(),
                new ParticipantLeft(discoveryCall, lena.participantId(), "connection-lost"),
                call.disclosed(),
                call.leadConsented(),
                new ConsentWithdrawn(discoveryCall, lena.participantId()),
                new PoorConnectionNoted(
                        discoveryCall,
                        lena.participantId(),
                        new LinkQuality(aliceInTheRoom.participantId(), 480, 0.12, 60, CandidateType.RELAY)),
                new EntryChosen(discoveryCall, EntryPolicy.HOST),
                new ParticipantAdmitted(discoveryCall, lena.participantId()),
                new ParticipantDenied(discoveryCall, gus.participantId()),
                new ParticipantRemoved(discoveryCall, gus.participantId(), true),
                new ParticipantMuted(discoveryCall, lena.participantId(), true, aliceInTheRoom.participantId()),
                new RoomLocked(discoveryCall),
                new RoomUnlocked(discoveryCall),
                new HandRaised(discoveryCall, lena.participantId()),
                new HandLowered(discoveryCall, lena.participantId()),
                new LeadDidNotShow(discoveryCall, Optional.of(now.plusSeconds(1_200))),
                new MeetingReopened(discoveryCall),
                new NoShowConfirmed(discoveryCall),
                new GoodbyeBegun(discoveryCall),
                call.ended(),
                new SummaryWritten(
                        discoveryCall,
                        new MeetingSummary(
                                "Lena needs less typing",
                                List.of("Six hours a week are lost"),
                                List.of("Alice sends an offer"),
                                "offline-1")),
                new SummaryApproved(discoveryCall),
                new AvailabilityDefined(alicesCalendar, alicesOwn, 1, officeHours),
                new MeetingTypeDefined(alicesCalendar, alicesOwn, 2, discovery),
                new MeetingTypeRetired(alicesCalendar, alicesOwn, 3, "demo"),
                new BusyFeedConnected(alicesCalendar, alicesOwn, 4, "https://calendar.acme.test"),
                new BusyFeedDisconnected(alicesCalendar, alicesOwn, 5),
                new SlotHeld(
                        alicesCalendar,
                        demo,
                        discoveryCall,
                        slot,
                        discovery.occupiedBy(slot),
                        now.plusSeconds(120),
                        List.of(CalendarRefusal.OUTSIDE_HOURS)),
                new SlotBooked(alicesCalendar, discoveryCall, slot, discovery.occupiedBy(slot)),
                new SeriesPlanned(weekly, demo, weeklyPlan(), List.of(secondWeek)),
                new SeriesCut(weekly, List.of(secondWeek), "Lena has decided", 1),
                new SeriesMoved(weekly, List.of(secondWeek), 1),
                new HostPoolDefined(inbound, demo, "Inbound", List.of(aliceInThePool)),
                new HostPoolRevised(inbound, "Outbound", List.of(aliceInThePool)),
                new HostPoolRetired(inbound),
                new HostAssigned(
                        inbound,
                        discoveryCall,
                        alice.id(),
                        alice.name(),
                        "least had: 0 for weight 2",
                        List.of(bob.id()),
                        now),
                new AssignmentWithdrawn(inbound, discoveryCall),
                new SlotReleased(alicesCalendar, discoveryCall, slot, CalendarEvent.Reason.HOLD_RELEASED),
                new QuestionSetDrafted(
                        qualification.questionSetId(), demo, "Qualification", "sales", List.of(need, budget)),
                new QuestionSetRevised(qualification.questionSetId(), "Qualification 2027", "sales"),
                new QuestionAdded(
                        qualification.questionSetId(),
                        question("Which colour?", QuestionType.CHOICE, false, 0, budget.signal())),
                new QuestionRevised(qualification.questionSetId(), budget),
                new QuestionRemoved(qualification.questionSetId(), timing.questionId()),
                new QuestionsReordered(qualification.questionSetId(), List.of(budget.questionId(), need.questionId())),
                new LanguagesOffered(qualification.questionSetId(), englishAndGerman),
                new QuestionSetImported(
                        qualification.questionSetId(),
                        "Qualification 2027",
                        "sales",
                        englishAndGerman,
                        List.of(everythingOf(need), colourInGerman)),
                new SuggestionAccepted(qualification.questionSetId(), authority),
                new SuggestionDismissed(qualification.questionSetId(), authority.questionId()),
                new QuestionSuggested(
                        qualification.questionSetId(),
                        new Suggestion(authority, "Nobody is asked who decides.", "rules-1")),
                new QuestionSetPublished(qualification.questionSetId(), qualification),
                new QuestionSetRetired(qualification.questionSetId()),
                new QuestionSetAssigned(AssignmentsId.of(demo), demo, forAcmeInWinter),
                new RuleWithdrawn(AssignmentsId.of(demo), forAcmeInWinter.assignmentId()),
                new InterviewerSeated(interview, discoveryCall, demo, parleyInTheRoom.participantId(), qualification),
                new QuestionAsked(
                        interview,
                        discoveryCall,
                        2,
                        budget.questionId(),
                        1,
                        "Is there a budget?",
                        MoveReason.ANSWER_UNCLEAR,
                        segment(6)),
                new TurnTaken(interview, discoveryCall, 1, "Thank you, Lena.", MoveReason.GREETING, segment(1)),
                new AnswerRecorded(interview, discoveryCall, budget.questionId(), yes),
                new QuestionSkipped(interview, discoveryCall, timing.questionId(), MoveReason.TIME_IS_SHORT),
                new FloorYielded(interview, discoveryCall, 3, gusInTheRoom.participantId(), "Gus, please.", segment(9)),
                new MomentAsked(interview, discoveryCall, "One moment, please.", segment(9)),
                new LeadStayedSilent(interview, discoveryCall, 3, Silence.NUDGE),
                new SpeechCutOff(interview, discoveryCall, segment(9), 15),
                new LeadsQuestionNoted(interview, discoveryCall, segment(8), "What does it cost?"),
                new LanguageSwitched(interview, discoveryCall, "de"),
                new ModelRested(interview, discoveryCall, "gemini-3.6-flash", ModelTrouble.QUOTA_EXHAUSTED, now),
                new InterviewPaused(interview, discoveryCall, "Lena fetches a colleague"),
                new InterviewResumed(interview, discoveryCall),
                new InterviewHandedToHuman(interview, discoveryCall),
                new InterviewCompleted(interview, discoveryCall, MoveReason.ALL_COVERED),
                new SegmentRecorded(
                        discoveryCall,
                        demo,
                        segment(7),
                        lena.participantId(),
                        lena.name(),
                        Invitee.Role.LEAD,
                        "Yes, we have set aside 40,000 euros.",
                        now,
                        now.plusSeconds(3),
                        Source.TYPED),
                new SegmentCorrected(discoveryCall, segment(7), "Yes, we have set aside 14,000 euros.", "misheard"),
                new SegmentRedacted(discoveryCall, segment(7), "not meant for the record"),
                new TranscriptGapRecorded(
                        discoveryCall,
                        demo,
                        segment(8),
                        lena.participantId(),
                        lena.name(),
                        Invitee.Role.LEAD,
                        now.plusSeconds(3),
                        now.plusSeconds(5),
                        GapCause.RECOGNISER),
                new SegmentAnalysed(
                        AnalysisId.of(discoveryCall),
                        discoveryCall,
                        demo,
                        segment(7),
                        new Reading(
                                new Sentiment(Sentiment.Mood.POSITIVE, 0.6),
                                List.of(new BuyingSignal(BuyingSignal.Kind.BUDGET, 13, 22, "set aside", false, 0.8)),
                                "rules-1")),
                new FloorKept(
                        FloorId.of(discoveryCall),
                        discoveryCall,
                        demo,
                        now,
                        1,
                        "1796133600000\n0 b 1\n4000 o\n0 p " + lena.participantId() + "\n1200 v 0\n900 w 0 about 00"),
                new LeadRegistered(lenasLead, demo, alice.id(), lenasContact),
                new LeadContactRevised(lenasLead, lenasContact),
                new InsightRecorded(
                        lenasLead, discoveryCall, "budget", "40,000 euros are set aside.", List.of(segment(7))),
                new LeadScored(lenasLead, discoveryCall, score()),
                new LeadStatusProposed(
                        lenasLead, discoveryCall, LeadStatus.NEW, LeadStatus.QUALIFIED, "fit 72, engagement 60"),
                new LeadStatusChanged(lenasLead, LeadStatus.NEW, LeadStatus.QUALIFIED, "agreed in the team"),
                new NotificationRequested(
                        invitation, demo, discoveryCall, NotificationKind.INVITATION, lena, "seq-0", 0),
                new NotificationSent(
                        invitation,
                        discoveryCall,
                        "<invitation@parley.test>",
                        "250 OK",
                        Optional.empty(),
                        "5f2b6c0d1e3a4978"),
                new NotificationDeferred(invitation, discoveryCall, 1, "450 try again later"),
                new NotificationFailed(invitation, discoveryCall, "550 no such user"),
                new TemplatePublished(
                        germanSummary,
                        demo,
                        NotificationKind.SUMMARY,
                        Language.DE,
                        1,
                        new Wording("Danke, {{recipient}}", "{{headline}}", "<p>{{headline}}</p>{{>unsubscribe}}")),
                new TemplateRestored(germanSummary, NotificationKind.SUMMARY, Language.DE, 2),
                new PreferencesChanged(
                        PreferencesId.of(demo, lena.email()),
                        demo,
                        Optional.of(Language.DE),
                        List.of(NotificationKind.REMINDER)),
                new MailPolicyChanged(PreferencesId.ofOrganisation(demo), demo, true),
                new NotificationUnconfirmed(invitation, discoveryCall, 2, "no answer to the letter's last line"),
                new NotificationBounced(invitation, discoveryCall, "5.1.1", "smtp; 550 5.1.1 no such user"),
                new NotificationComplained(invitation, discoveryCall, "abuse"),
                new NotificationReopened(invitation, discoveryCall, 2),
                new FeedOpened(alicesFeed, demo, alice.id(), uuid("seed"), "9c56cc51b374c3ba"),
                new FeedClosed(alicesFeed));
    }

    private static SeriesPlan weeklyPlan() {
        var call = aDiscoveryCall();
        var tuesdays = List.of(new RecurrenceRule.Day(0, DayOfWeek.TUESDAY));
        return new SeriesPlan(
                discoveryCall,
                new Host(alice.id(), alice.name()),
                "Discovery call",
                "discovery",
                lenasLead,
                call.invitees(),
                call.time(),
                new RecurrenceRule(RecurrenceRule.Frequency.WEEKLY, 2, tuesdays, Optional.of(6), Optional.empty()),
                List.of(LocalDateTime.parse("2026-12-29T09:00")),
                call.schedule().interviewer(),
                call.questions(),
                DiscoveryCall.reminders);
    }

    private static Score score() {
        var points = List.of(
                new Score.Point(
                        "budget-confirmed",
                        Score.Axis.FIT,
                        25,
                        Optional.of(budget.questionId()),
                        3,
                        List.of(segment(7)),
                        yes.quote()),
                new Score.Point(
                        "took-part",
                        Score.Axis.ENGAGEMENT,
                        20,
                        Optional.empty(),
                        3,
                        List.of(segment(2)),
                        "We lose six hours a week."));
        return new Score(72, 60, Score.Band.HOT, "bant-1", points);
    }
}
