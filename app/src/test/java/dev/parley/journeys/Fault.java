package dev.parley.journeys;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** One way in which a server could break docs/protocol.md, the script that must find out, and a word of what it must say. */
enum Fault {
    DROPS_A_FRAME("words-chat", "heard nothing") {
        @Override
        List<ObjectNode> toClient(ObjectNode frame, TwoFaced.Line line) {
            return is(frame, "chat") && line.first("chat") ? List.of() : List.of(frame);
        }
    },
    SWAPS_TWO_FRAMES("media-relay", "but is \"candidate\"") {
        @Override
        List<ObjectNode> toClient(ObjectNode frame, TwoFaced.Line line) {
            return line.swapped(frame, is(frame, "offer"));
        }
    },
    SWAPS_TWO_FRAMES_AND_THEIR_NUMBERS("media-relay", "but is \"candidate\"") {
        @Override
        List<ObjectNode> toClient(ObjectNode frame, TwoFaced.Line line) {
            var both = line.swapped(frame, is(frame, "offer"));
            if (both.size() == 2) {
                var number = both.get(0).get("seq");
                both.get(0).set("seq", both.get(1).get("seq"));
                both.get(1).set("seq", number);
            }
            return both;
        }
    },
    FORGES_A_SENDER("words-chat", "from") {
        @Override
        List<ObjectNode> toClient(ObjectNode frame, TwoFaced.Line line) {
            if (is(frame, "chat")) frame.put("from", "0199c8e2-5a3b-7c4d-8e9f-0123456789ab");
            return List.of(frame);
        }
    },
    SAYS_WHO_RECEIVES_INSTEAD_OF_WHO_SENDS("words-chat", "from") {
        @Override
        List<ObjectNode> toClient(ObjectNode frame, TwoFaced.Line line) {
            if (is(frame, "chat")) frame.put("from", line.self());
            return List.of(frame);
        }
    },
    DOUBLES_A_NUMBER("words-chat", "seq must rise") {
        @Override
        List<ObjectNode> toClient(ObjectNode frame, TwoFaced.Line line) {
            return is(frame, "chat") ? List.of(frame, frame) : List.of(frame);
        }
    },
    SHOWS_FINAL_WORDS_TWICE("words-said-again", "caption") {
        @Override
        List<ObjectNode> toClient(ObjectNode frame, TwoFaced.Line line) {
            if (is(frame, "caption")) line.keep(frame);
            return is(frame, "chat") ? line.keptBefore(frame) : List.of(frame);
        }
    },
    ANSWERS_THE_WRONG_FRAME("words-in-order", "re ") {
        @Override
        List<ObjectNode> toClient(ObjectNode frame, TwoFaced.Line line) {
            if (is(frame, "recorded")) frame.put("re", 2);
            return List.of(frame);
        }
    },
    ANSWERS_A_FRAME_THAT_NOBODY_SENT("join-comes-once", "re names no frame") {
        @Override
        List<ObjectNode> toClient(ObjectNode frame, TwoFaced.Line line) {
            if (is(frame, "error")) frame.put("re", 77);
            return List.of(frame);
        }
    },
    NEVER_CLOSES("join-with-an-unknown-ticket", "was not closed") {
        @Override
        int closing(int code) {
            return NEVER;
        }
    },
    CLOSES_WITH_ANOTHER_CODE("return-elsewhere", "was closed with 1000") {
        @Override
        int closing(int code) {
            return code == 4409 ? 1000 : code;
        }
    },
    HANGS_UP_WITHOUT_A_WORD("end-of-the-meeting", "was closed with 1006") {
        @Override
        int closing(int code) {
            return HANG_UP;
        }
    },
    PASSES_UNKNOWN_TYPES_ON("envelope-unknown-words", "telepathy") {
        @Override
        ObjectNode toServer(ObjectNode frame, TwoFaced.Line line) {
            if (is(frame, "telepathy")) frame.put("type", "chat");
            return frame;
        }

        @Override
        List<ObjectNode> toClient(ObjectNode frame, TwoFaced.Line line) {
            if (frame.path("payload").path("text").asString("").startsWith("Do you hear"))
                frame.put("type", "telepathy");
            return List.of(frame);
        }
    },
    PASSES_UNKNOWN_FIELDS_ON("envelope-unknown-words", "colour") {
        @Override
        List<ObjectNode> toClient(ObjectNode frame, TwoFaced.Line line) {
            if (is(frame, "chat")) frame.put("colour", "red");
            return List.of(frame);
        }
    },
    NUMBERS_WHAT_COMES_BEFORE_WELCOME("lobby-not-open-yet", "seq must be 0") {
        @Override
        List<ObjectNode> toClient(ObjectNode frame, TwoFaced.Line line) {
            if (is(frame, "waiting")) frame.put("seq", 3);
            return List.of(frame);
        }
    },
    LEAVES_SOMEBODY_OUT_OF_WELCOME("join-welcome", "participants") {
        @Override
        List<ObjectNode> toClient(ObjectNode frame, TwoFaced.Line line) {
            if (is(frame, "welcome")
                    && frame.path("payload").path("participants").size() > 1)
                ((ObjectNode) frame.path("payload")).withArray("participants").remove(0);
            return List.of(frame);
        }
    },
    KEEPS_A_DEPARTURE_TO_ITSELF("return-elsewhere", "they were here already") {
        @Override
        List<ObjectNode> toClient(ObjectNode frame, TwoFaced.Line line) {
            return is(frame, "left") ? List.of() : List.of(frame);
        }
    },
    MAKES_BOTH_SIDES_POLITE("media-negotiate", "polite") {
        @Override
        List<ObjectNode> toClient(ObjectNode frame, TwoFaced.Line line) {
            if (is(frame, "negotiate")) ((ObjectNode) frame.path("payload")).put("polite", true);
            return List.of(frame);
        }
    },
    USES_AN_EPOCH_AGAIN("media-negotiate", "epoch") {
        @Override
        List<ObjectNode> toClient(ObjectNode frame, TwoFaced.Line line) {
            if (is(frame, "negotiate")) ((ObjectNode) frame.path("payload")).put("epoch", 1);
            return List.of(frame);
        }
    },
    KEEPS_THE_END_OF_CANDIDATES("media-relay", "heard nothing") {
        @Override
        List<ObjectNode> toClient(ObjectNode frame, TwoFaced.Line line) {
            return is(frame, "candidate")
                            && frame.path("payload").path("candidate").isNull()
                    ? List.of()
                    : List.of(frame);
        }
    },
    LETS_KEYS_IN_THE_OPEN_PASS("media-descriptions-refused", "SDP_MALFORMED") {
        @Override
        ObjectNode toServer(ObjectNode frame, TwoFaced.Line line) {
            var payload = frame.path("payload");
            var sdp = payload.path("sdp").asString("");
            if (sdp.contains("a=crypto")) ((ObjectNode) payload).put("sdp", sdp.replaceFirst("a=crypto.*\r\n", ""));
            return frame;
        }
    },
    RECORDS_WITHOUT_CONSENT("words-consent", "recorded") {
        @Override
        List<ObjectNode> toClient(ObjectNode frame, TwoFaced.Line line) {
            if (frame.path("payload").path("code").asString("").equals("NO_CONSENT")) frame.put("type", "recorded");
            return List.of(frame);
        }
    },
    FORGETS_WHAT_WAS_MISSED("return-hears-what-was-missed", "resumed") {
        @Override
        List<ObjectNode> toClient(ObjectNode frame, TwoFaced.Line line) {
            return line.resumes() && is(frame, "chat") ? List.of() : List.of(frame);
        }
    },
    NUMBERS_WHAT_WAS_MISSED_ANEW("return-hears-again-what-got-lost", "seq") {
        @Override
        List<ObjectNode> toClient(ObjectNode frame, TwoFaced.Line line) {
            if (line.resumes() && !is(frame, "welcome"))
                frame.put("seq", frame.path("seq").asLong() + 1_000);
            return List.of(frame);
        }
    },
    WELCOMES_WHOEVER_MUST_WAIT("lobby-admit", "but got") {
        @Override
        List<ObjectNode> toClient(ObjectNode frame, TwoFaced.Line line) {
            if (is(frame, "waiting")) frame.put("type", "welcome");
            return List.of(frame);
        }
    },
    GOES_AWAY_WITHOUT_NOTICE("faults-restart", "was closed with 1001") {
        @Override
        List<ObjectNode> toClient(ObjectNode frame, TwoFaced.Line line) {
            return is(frame, "go-away") ? List.of() : List.of(frame);
        }
    };

    static final int NEVER = 0;
    static final int HANG_UP = -1;

    private final String script;
    private final String says;

    Fault(String script, String says) {
        this.script = script;
        this.says = says;
    }

    String script() {
        return script;
    }

    String says() {
        return says;
    }

    static Set<String> scripts() {
        return java.util.Arrays.stream(values()).map(Fault::script).collect(java.util.stream.Collectors.toSet());
    }

    /** What the client gets instead of this frame. */
    List<ObjectNode> toClient(ObjectNode frame, TwoFaced.Line line) {
        return List.of(frame);
    }

    ObjectNode toServer(ObjectNode frame, TwoFaced.Line line) {
        return frame;
    }

    /** @return {@link #NEVER}, {@link #HANG_UP}, or the code to close with */
    int closing(int code) {
        return code;
    }

    private static boolean is(ObjectNode frame, String type) {
        return frame.path("type").asString().equals(type);
    }
}
