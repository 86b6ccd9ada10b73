package dev.parley.infra.diagnosis;

import dev.parley.infra.diagnosis.Finding.Step;
import java.io.EOFException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** What is wrong with a certificate, told from what the handshake threw. */
final class CertificateFaults {
    private static final Duration SOON = Duration.ofDays(14);

    private CertificateFaults() {}

    static Finding of(X509Certificate certificate, Instant now) {
        var until = certificate.getNotAfter().toInstant();
        var name = certificate.getSubjectX500Principal().getName() + ", until " + until;
        return until.isBefore(now.plus(SOON))
                ? Finding.of(Step.CERTIFICATE, Cause.CERTIFICATE_EXPIRES_SOON, name)
                : Finding.ok(Step.CERTIFICATE, name);
    }

    static Optional<Cause> in(SSLException failure) {
        return Stream.iterate((Throwable) failure, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> named(cause).stream())
                .findFirst();
    }

    /** The other end answered in plain text, or hung up at the sight of TLS. */
    static boolean isNoTls(SSLException failure) {
        var words = String.valueOf(failure.getMessage());
        return words.contains("Unsupported or unrecognized SSL message") || failure.getCause() instanceof EOFException;
    }

    private static Optional<Cause> named(Throwable thrown) {
        return switch (thrown) {
            case CertificateExpiredException _ -> Optional.of(Cause.CERTIFICATE_EXPIRED);
            case CertificateNotYetValidException _ -> Optional.of(Cause.CERTIFICATE_NOT_YET_VALID);
            case CertPathBuilderException _, CertPathValidatorException _ -> Optional.of(Cause.CERTIFICATE_NOT_TRUSTED);
            case CertificateException named
            when named.getCause() == null -> Optional.of(Cause.CERTIFICATE_FOR_ANOTHER_NAME);
            default -> Optional.empty();
        };
    }
}
