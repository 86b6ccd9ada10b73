package dev.parley.signaling.floor;

/** Whose the floor is. One of them has it, or nobody. */
public enum FloorState {
    IDLE,
    LEAD,
    AI_THINKING,
    AI_SPEAKING,
    /** Somebody makes a sound while another has the floor. */
    OVERLAP,
    /** The interviewer has fallen silent for somebody, who may turn out to have coughed. */
    YIELD
}
