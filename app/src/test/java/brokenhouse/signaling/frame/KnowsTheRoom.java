package brokenhouse.signaling.frame;

import brokenhouse.signaling.room.KnowsTheFrame;

/** Wrong together with its counterpart: frame and room know each other. */
public class KnowsTheRoom {
    KnowsTheFrame room;
}
