/** Why speech does not become text here, for people; typing works everywhere. */
const reasons: Record<string, string> = {
    "no-engine": "This browser (Firefox, for instance) has no speech recognition. Chrome, Edge and Safari have one.",
    "not-allowed": "The browser keeps the microphone closed for speech recognition.",
    "service-not-allowed": "The speech service of this browser is switched off, perhaps by your company.",
    "audio-capture": "Speech recognition gets no sound from the microphone.",
    "language-not-supported": "The speech service of this browser does not know your language.",
};

export const whyUnheard = (reason: string): string => reasons[reason] ?? "Speech cannot be turned into text right now.";
