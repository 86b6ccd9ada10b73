package dev.parley.infra.diagnosis;

import dev.parley.infra.diagnosis.Finding.State;

/** Everything that is known to go wrong between us and a reader, in one sentence each, and what to do. */
enum Cause {
    HOST_UNKNOWN("The mail server's name does not exist in DNS.", "Check the spelling of PARLEY_MAIL_HOST."),
    CONNECTION_REFUSED(
            "Nothing listens at this address and port.",
            "Check PARLEY_MAIL_PORT (587 is usual, 465 with implicit TLS) and that the server runs."),
    CONNECTION_TIMED_OUT(
            "The server does not answer the connection.",
            "A firewall is likely in between; many providers block port 25: try 587."),
    NO_GREETING("The server takes the connection and then says nothing.", "Is this the port of a mail server?"),
    GREETING_REFUSED("The server turns us away at the door.", "Ask its operator whether our address is blocked."),
    TLS_EXPECTED_AT_ONCE(
            "The server wants TLS from the first byte, but we begin in plain text.",
            "Set PARLEY_MAIL_TLS=implicit, or use the port for STARTTLS (usually 587)."),
    PLAIN_TEXT_BEHIND_A_TLS_SETTING(
            "We begin with TLS, but the server speaks plain text on this port.",
            "Set PARLEY_MAIL_TLS=starttls, or use the port for implicit TLS (usually 465)."),
    STARTTLS_NOT_OFFERED(
            "STARTTLS is demanded by PARLEY_MAIL_TLS, but the server does not offer it.",
            "Use another port, or ask its operator to switch it on."),
    STARTTLS_FAILED("The server offers STARTTLS and then refuses it.", "Ask its operator to mend its certificate."),
    TLS_FAILED("No common way to encrypt was found.", "The server's TLS is too old, or it is none."),
    NOT_ENCRYPTED(
            State.WARNING,
            "Mail goes to the server unencrypted.",
            "Set PARLEY_MAIL_TLS to starttls or implicit if the server can do it."),
    CERTIFICATE_EXPIRED("The server's certificate has expired.", "Its operator must renew it."),
    CERTIFICATE_NOT_YET_VALID(
            "The server's certificate is not valid yet.", "Check the clock of this machine and of the server."),
    CERTIFICATE_FOR_ANOTHER_NAME(
            "The server's certificate is for another name.", "Set PARLEY_MAIL_HOST to the name in the certificate."),
    CERTIFICATE_NOT_TRUSTED(
            "The server's certificate is signed by nobody whom Java trusts.",
            "Have it signed by a known authority, or add its authority to Java's trust store."),
    CERTIFICATE_EXPIRES_SOON(
            State.WARNING, "The server's certificate expires within two weeks.", "Its operator should renew it."),
    HELO_REFUSED(
            "The server does not accept the name that we say hello with.",
            "It is the domain of PARLEY_MAIL_FROM: use one of your own."),
    LOGIN_NOT_OFFERED(
            "A user name is set, but the server does not let anybody log in here.",
            "Most servers offer it only once encrypted: set PARLEY_MAIL_TLS, or use port 587."),
    LOGIN_REFUSED(
            "The server does not accept user name or password.",
            "Check PARLEY_MAIL_USERNAME and PARLEY_MAIL_PASSWORD; many providers want an app password."),
    LOGIN_FAILED("The server could not check the password just now.", "Try again; otherwise ask its operator."),
    SENDER_REFUSED(
            "The server does not let us send from PARLEY_MAIL_FROM.",
            "Use an address that belongs to the user who logs in, or log in."),
    SERVER_HUNG_UP("The server hung up in the middle.", "Ask its operator; its log says why."),
    DNS_UNAVAILABLE(State.WARNING, "DNS did not answer.", "Try again, or set parley.mail.diagnosis.resolver."),
    NO_MX(
            "The domain of PARLEY_MAIL_FROM takes no mail, so no calendar's answer can come back.",
            "Add an MX record, or send from a domain that has one."),
    NO_SPF(
            State.WARNING,
            "The domain does not say who may send for it (SPF), so mail may be taken for spam.",
            "Add a TXT record such as \"v=spf1 include:… -all\" as the mail provider says."),
    SPF_TWICE("The domain has two SPF records, so receivers use neither.", "Merge them into one."),
    SPF_OPEN("The SPF record lets everybody send for the domain.", "End it with -all or ~all."),
    SPF_TOO_LONG("The SPF record needs more than ten look-ups, so receivers give up.", "Remove includes."),
    DKIM_KEY_MISSING(
            "There is no DKIM key at the selector that is set.",
            "Add the TXT record that the mail provider names, or correct the selector."),
    DKIM_KEY_REVOKED("The DKIM key at this selector was withdrawn.", "Use the selector of the current key."),
    NO_DMARC(
            State.WARNING,
            "The domain has no DMARC policy; large providers want one.",
            "Add a TXT record at _dmarc, for instance \"v=DMARC1; p=none; rua=mailto:…\"."),
    DMARC_MALFORMED("The DMARC record has no valid policy.", "It must begin with \"v=DMARC1; p=\".");

    private final State state;
    private final String says;
    private final String advice;

    Cause(String says, String advice) {
        this(State.WRONG, says, advice);
    }

    Cause(State state, String says, String advice) {
        this.state = state;
        this.says = says;
        this.advice = advice;
    }

    State state() {
        return state;
    }

    String says() {
        return says;
    }

    String advice() {
        return advice;
    }
}
