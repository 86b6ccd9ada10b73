package dev.parley.infra.inbox;

import dev.parley.api.Ids;
import dev.parley.api.TenantId;
import dev.parley.api.meeting.MeetingId;
import dev.parley.infra.inbox.ReadMail.Opened;
import dev.parley.infra.mail.PlainText;
import dev.parley.saga.inbox.Judgement;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Which letters have been looked at, and what became of each. */
final class InboxTable {
    private final JdbcClient jdbc;
    private final String source;

    InboxTable(JdbcClient jdbc, String source) {
        this.jdbc = jdbc;
        this.source = source;
    }

    /** The number of the last letter that is done with. */
    long doneUpTo(long validity) {
        return about("""
                        select coalesce(max(uid), 0) from inbox
                        where source = :source and validity = :validity and verdict is not null""").param("validity", validity).query(Long.class).single();
    }

    /** Written down before it is opened, so that a letter that brings us down is counted all the same. @return which attempt this is */
    int begin(Letter letter) {
        return about("""
                        insert into inbox (source, external_id, id, validity, uid, received_at, payload_hash, attempts)
                        values (:source, :external, :id, :validity, :uid, :received, :hash, 1)
                        on conflict (source, external_id) do update set attempts = inbox.attempts + 1
                        returning attempts""")
                .param("external", letter.externalId())
                .param("id", Ids.named("inbox", source, letter.externalId()))
                .param("validity", letter.validity())
                .param("uid", letter.uid())
                .param("received", letter.receivedAt().atOffset(ZoneOffset.UTC))
                .param("hash", hash(letter.raw()))
                .query(Integer.class)
                .single();
    }

    void finish(Letter letter, Opened opened, Judgement judgement) {
        about("""
                        update inbox set verdict = :verdict, reason = :reason, tenant_id = :tenant, meeting_id = :meeting,
                            sender = :sender, subject = :subject
                        where source = :source and external_id = :external""")
                .param("external", letter.externalId())
                .param("verdict", judgement.verdict().name())
                .param("reason", judgement.reason())
                .param("tenant", judgement.tenant().map(TenantId::value).orElse(null))
                .param("meeting", judgement.meeting().map(MeetingId::value).orElse(null))
                .param("sender", PlainText.line(opened.mail().sender()))
                .param("subject", opened.subject())
                .update();
    }

    /** The last one stays, because it says how far the mailbox has been read. */
    void forgetBefore(Instant moment, long validity) {
        about("""
                        delete from inbox where source = :source and received_at < :moment
                            and not (validity = :validity and uid = :last)""")
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .param("validity", validity)
                .param("last", doneUpTo(validity))
                .update();
    }

    private StatementSpec about(String sql) {
        return jdbc.sql(sql).param("source", source);
    }

    private static byte[] hash(byte[] raw) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(raw);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
