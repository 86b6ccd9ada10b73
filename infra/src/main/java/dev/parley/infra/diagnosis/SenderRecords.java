package dev.parley.infra.diagnosis;

import static dev.parley.infra.diagnosis.Cause.*;

import dev.parley.infra.diagnosis.Dns.Unavailable;
import dev.parley.infra.diagnosis.Finding.Step;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What receivers look up about our domain before they believe a letter: MX, SPF (RFC 7208), DKIM (6376), DMARC (7489). */
final class SenderRecords {
    private static final int MOST_LOOKUPS = 10;
    private static final Pattern ASKS_DNS =
            Pattern.compile("(?i)[+?~-]?(include:|a$|a[:/]|mx$|mx[:/]|ptr|exists:).*|redirect=.*");
    private static final Pattern OPEN = Pattern.compile("(?i)[+]?all");
    private static final Pattern POLICY =
            Pattern.compile("(?i)v=DMARC1\\s*;.*\\bp\\s*=\\s*(none|quarantine|reject)\\b.*");

    private final Dns dns;
    private final String dkimSelector;

    SenderRecords(Dns dns, String dkimSelector) {
        this.dns = dns;
        this.dkimSelector = dkimSelector;
    }

    private interface Look {
        Finding at(String domain) throws Unavailable;
    }

    List<Finding> of(String domain) {
        return List.of(
                look(Step.MX, this::mx, domain),
                look(Step.SPF, this::spf, domain),
                look(Step.DKIM, this::dkim, domain),
                look(Step.DMARC, this::dmarc, domain));
    }

    private static Finding look(Step step, Look look, String domain) {
        try {
            return look.at(domain);
        } catch (Unavailable e) {
            return Finding.of(step, DNS_UNAVAILABLE, domain);
        }
    }

    private Finding mx(String domain) throws Unavailable {
        var servers = dns.mailExchangers(domain);
        // A single dot says that the domain takes no mail (RFC 7505).
        var takesMail = servers.stream().anyMatch(server -> !server.matches("\\d+ \\."));
        return takesMail ? Finding.ok(Step.MX, String.join(", ", servers)) : Finding.of(Step.MX, NO_MX, domain);
    }

    private Finding spf(String domain) throws Unavailable {
        var records = dns.texts(domain).stream()
                .filter(text -> text.toLowerCase(Locale.ROOT).matches("v=spf1( .*)?"))
                .toList();
        if (records.isEmpty()) return Finding.of(Step.SPF, NO_SPF, domain);
        var record = records.getFirst();
        var terms = record.split("\\s+");
        if (records.size() > 1) return Finding.of(Step.SPF, SPF_TWICE, String.join(" | ", records));
        if (Stream.of(terms).anyMatch(term -> OPEN.matcher(term).matches()))
            return Finding.of(Step.SPF, SPF_OPEN, record);
        var lookups = Stream.of(terms)
                .filter(term -> ASKS_DNS.matcher(term).matches())
                .count();
        return lookups > MOST_LOOKUPS ? Finding.of(Step.SPF, SPF_TOO_LONG, record) : Finding.ok(Step.SPF, record);
    }

    private Finding dkim(String domain) throws Unavailable {
        if (dkimSelector.isBlank()) return Finding.skipped(Step.DKIM, "parley.mail.diagnosis.dkim-selector is not set");
        var name = dkimSelector + "._domainkey." + domain;
        var key = dns.texts(name).stream().filter(text -> text.contains("p=")).findFirst();
        if (key.isEmpty()) return Finding.of(Step.DKIM, DKIM_KEY_MISSING, name);
        var isRevoked = key.get().matches("(?s).*\\bp=\\s*(;.*)?");
        return isRevoked ? Finding.of(Step.DKIM, DKIM_KEY_REVOKED, name) : Finding.ok(Step.DKIM, name);
    }

    /** Of the domain, or else of the one it belongs to (RFC 7489 §6.6.3), which we take to be its last two names. */
    private Finding dmarc(String domain) throws Unavailable {
        var names = domain.split("\\.");
        var parent = names.length < 2 ? domain : names[names.length - 2] + "." + names[names.length - 1];
        for (var name : List.of(domain, parent)) {
            var record = dns.texts("_dmarc." + name).stream()
                    .filter(text -> text.toLowerCase(Locale.ROOT).startsWith("v=dmarc1"))
                    .findFirst();
            if (record.isEmpty()) continue;
            return POLICY.matcher(record.get()).matches()
                    ? Finding.ok(Step.DMARC, record.get())
                    : Finding.of(Step.DMARC, DMARC_MALFORMED, record.get());
        }
        return Finding.of(Step.DMARC, NO_DMARC, domain);
    }
}
