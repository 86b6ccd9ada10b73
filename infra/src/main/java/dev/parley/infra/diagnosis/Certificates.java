package dev.parley.infra.diagnosis;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Whom we believe: as everywhere in Java, only that a certificate out of time is told apart from one that nobody signed. */
final class Certificates {
    private final SSLSocketFactory sockets;

    Certificates() {
        this(null);
    }

    /** @param authorities null: those of Java */
    Certificates(@Nullable KeyStore authorities) {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new DatesFirst(trusting(authorities))}, null);
            this.sockets = context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has TLS", e);
        }
    }

    SSLSocketFactory sockets() {
        return sockets;
    }

    private static X509ExtendedTrustManager trusting(@Nullable KeyStore authorities) throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(authorities);
        for (var manager : factory.getTrustManagers())
            if (manager instanceof X509ExtendedTrustManager known) return known;
        throw new IllegalStateException("this JDK trusts nobody");
    }

    private static final class DatesFirst extends X509ExtendedTrustManager {
        private final X509ExtendedTrustManager then;

        private DatesFirst(X509ExtendedTrustManager then) {
            this.then = then;
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            chain[0].checkValidity();
            then.checkServerTrusted(chain, type, socket);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            chain[0].checkValidity();
            then.checkServerTrusted(chain, type, engine);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            chain[0].checkValidity();
            then.checkServerTrusted(chain, type);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            then.checkClientTrusted(chain, type, socket);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            then.checkClientTrusted(chain, type, engine);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            then.checkClientTrusted(chain, type);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return then.getAcceptedIssuers();
        }
    }
}
