package dev.parley.infra.inbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The leaves of a letter, in order, however deep: bounded, because a letter may be folded a thousand times. */
record Parts(List<Part> leaves, String reportType) {
    private static final int DEEPEST = 8;
    private static final int MOST = 50;
    private static final int LONGEST = 256 * 1024;

    /** @return empty if there are too many, or too deep */
    static Optional<Parts> of(MimeMessage message) throws MessagingException, IOException {
        var leaves = new ArrayList<Part>();
        return collect(message, leaves, 0) ? Optional.of(new Parts(leaves, reportType(message))) : Optional.empty();
    }

    Optional<String> first(String... types) throws MessagingException, IOException {
        for (var type : types) for (var leaf : leaves) if (leaf.isMimeType(type)) return Optional.of(text(leaf));
        return Optional.empty();
    }

    private static boolean collect(Part part, List<Part> leaves, int depth) throws MessagingException, IOException {
        if (depth > DEEPEST || leaves.size() > MOST) return false;
        if (!part.isMimeType("multipart/*")) return leaves.add(part);
        if (!(part.getContent() instanceof Multipart parts) || parts.getCount() > MOST) return false;
        for (var i = 0; i < parts.getCount(); i++) if (!collect(parts.getBodyPart(i), leaves, depth + 1)) return false;
        return true;
    }

    private static String reportType(MimeMessage message) throws MessagingException {
        if (!message.isMimeType("multipart/report")) return "";
        var type = new ContentType(message.getContentType()).getParameter("report-type");
        return type == null ? "" : type.strip();
    }

    private static String text(Part part) throws MessagingException, IOException {
        try (var stream = part.getInputStream()) {
            return new String(stream.readNBytes(LONGEST), charset(part));
        }
    }

    private static Charset charset(Part part) throws MessagingException {
        try {
            var named = new ContentType(part.getContentType()).getParameter("charset");
            return named == null ? StandardCharsets.UTF_8 : Charset.forName(named);
        } catch (IllegalArgumentException e) {
            return StandardCharsets.UTF_8;
        }
    }
}
