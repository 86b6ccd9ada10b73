package dev.parley.saga.notification;

import dev.parley.api.TenantId;
import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.MeetingSummary;
import dev.parley.api.meeting.MeetingTime;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.api.notification.NotificationId;
import dev.parley.api.notification.NotificationKind;
import dev.parley.api.template.WordedBy;
import java.util.List;
import java.util.Optional;

/** Brings a letter to a person, with a calendar document where calendars must change. Calls may block for seconds. */
public interface Invitations {

    Delivery deliver(Letter letter);

    /**
     * @param sequence of the calendar object; rises with every change (RFC 5546 §2.1.4)
     * @param others everybody else who is invited, for the attendee list
     * @param summary only for {@code SUMMARY}
     * @param entry of the calendar that it is about
     * @param assessment only for {@code SUMMARY}, and only in the host's copy
     */
    record Letter(
            NotificationId notificationId,
            TenantId tenant,
            NotificationKind kind,
            Invitee recipient,
            List<Invitee> others,
            MeetingId meetingId,
            String title,
            String hostName,
            MeetingTime time,
            int sequence,
            String reason,
            Optional<MeetingSummary> summary,
            Optional<Assessment> assessment,
            Style style,
            CalendarEntry entry) {

        /** About a meeting that stands by itself. */
        public Letter(
                NotificationId notificationId,
                TenantId tenant,
                NotificationKind kind,
                Invitee recipient,
                List<Invitee> others,
                MeetingId meetingId,
                String title,
                String hostName,
                MeetingTime time,
                int sequence,
                String reason,
                Optional<MeetingSummary> summary,
                Optional<Assessment> assessment,
                Style style) {
            this(
                    notificationId,
                    tenant,
                    kind,
                    recipient,
                    others,
                    meetingId,
                    title,
                    hostName,
                    time,
                    sequence,
                    reason,
                    summary,
                    assessment,
                    style,
                    CalendarEntry.SINGLE);
        }

        /** The same, as far as it concerns one meeting of the series; people have other ids there. */
        public Letter about(CalendarEntry.Standing one) {
            var there = new Invitee(
                    ParticipantId.ofInvitee(one.meetingId(), recipient.email()),
                    recipient.name(),
                    recipient.email(),
                    recipient.role());
            return new Letter(
                    notificationId,
                    tenant,
                    kind,
                    there,
                    others,
                    one.meetingId(),
                    title,
                    hostName,
                    one.time(),
                    one.sequence(),
                    reason,
                    summary,
                    assessment,
                    style,
                    new CalendarEntry.OneOfSeries(one.occurrence()));
        }
    }

    sealed interface Delivery {
        /**
         * The server took it.
         *
         * @param reply its words
         * @param wordedBy the style that was asked for, or the shipped one where that could not be used
         * @param document fingerprint of the calendar document; empty if there was none
         */
        record Sent(String messageId, String reply, WordedBy wordedBy, String document) implements Delivery {
            public Sent(String messageId, String reply, WordedBy wordedBy) {
                this(messageId, reply, wordedBy, "");
            }
        }

        /** The whole letter was handed over, but what the server said to it was lost. */
        record Unconfirmed(String reason) implements Delivery {}

        /** Not now (4xx, no connection): worth trying again. */
        record Deferred(String reason) implements Delivery {}

        /** Never (5xx, no such address): trying again changes nothing. */
        record Failed(String reason) implements Delivery {}
    }
}
