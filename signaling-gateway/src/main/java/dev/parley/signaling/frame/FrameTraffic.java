package dev.parley.signaling.frame;

import java.util.List;
import java.util.function.LongSupplier;

/** How many frames have come and gone, for whoever shows it to operators. */
public interface FrameTraffic {

    /** Always the same ones; each goes on counting. */
    List<Count> counts();

    /**
     * @param direction {@code in} or {@code out}
     * @param type as on the wire; {@code unknown} and {@code refused} are none, so they cannot be taken for one
     */
    record Count(String direction, String type, LongSupplier soFar) {}
}
