package brokenhouse.signaling.room;

import brokenhouse.signaling.frame.KnowsTheRoom;

/** Wrong together with its counterpart: frame and room know each other. */
public class KnowsTheFrame {
    KnowsTheRoom frame;
}
