package dev.parley.infra.diagnosis;

import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.regex.Pattern;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.directory.InitialDirContext;

/** Looks records up in DNS, with a bound on time and on what is taken from an answer. */
final class Dns {
    private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final int MOST = 20;
    private static final int LONGEST = 4_000;

    private final DiagnosisSettings settings;

    Dns(DiagnosisSettings settings) {
        this.settings = settings;
    }

    /** DNS itself did not answer. */
    static final class Unavailable extends Exception {
        Unavailable(NamingException cause) {
            super(cause.getClass().getSimpleName(), cause, false, false);
        }
    }

    List<String> texts(String name) throws Unavailable {
        return records(name, "TXT").stream().map(Dns::joined).toList();
    }

    List<String> mailExchangers(String name) throws Unavailable {
        return records(name, "MX");
    }

    /** Attributes of the JDK's DNS provider are text: it makes no objects of what a server says. */
    @SuppressWarnings("BanJNDI")
    private List<String> records(String name, String type) throws Unavailable {
        try {
            var context = new InitialDirContext(environment());
            try {
                var found = context.getAttributes(name, new String[] {type}).get(type);
                if (found == null) return List.of();
                var records = new ArrayList<String>();
                for (var i = 0; i < Math.min(found.size(), MOST); i++) records.add(bounded(found.get(i)));
                return records;
            } finally {
                context.close();
            }
        } catch (NameNotFoundException e) {
            return List.of();
        } catch (NamingException e) {
            throw new Unavailable(e);
        }
    }

    /** A long record comes in pieces (RFC 7208 §3.3: put together without spaces), which the library quotes. */
    private static String joined(String record) {
        if (!record.startsWith("\"")) return record;
        var text = new StringBuilder();
        var piece = QUOTED.matcher(record);
        while (piece.find()) text.append(piece.group(1).replace("\\\"", "\"").replace("\\\\", "\\"));
        return text.toString();
    }

    private static String bounded(Object value) {
        var text = String.valueOf(value).replaceAll("[^ -~]", " ");
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    @SuppressWarnings("JdkObsolete") // JNDI asks for it.
    private Hashtable<String, String> environment() {
        var environment = new Hashtable<String, String>();
        environment.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
        environment.put(
                Context.PROVIDER_URL, "dns:" + (settings.resolver().isBlank() ? "" : "//" + settings.resolver()));
        environment.put(
                "com.sun.jndi.dns.timeout.initial",
                Long.toString(settings.patience().toMillis() / 3));
        environment.put("com.sun.jndi.dns.timeout.retries", "2");
        return environment;
    }
}
