/** Turning words into speech: the port, and the browser's own synthesis behind it. */

/** Says one sentence, and tells when it is over; `heard` is false where it failed. */
export interface Mouth {
    say(sentence: string, done: (heard: boolean) => void): void;
    /** Silent within 250 ms. */
    hush(): void;
}

/** Some engines are still speaking after they were told not to. */
const asksAgain = [100, 200];

/** The browser's speech synthesis, where it has one. */
export function browserMouth(language = "en"): Mouth | undefined {
    if (!("speechSynthesis" in window)) return undefined;
    const synthesis = window.speechSynthesis;
    let wanted: SpeechSynthesisUtterance | undefined;
    return {
        say: (sentence, done) => {
            const utterance = new SpeechSynthesisUtterance(sentence);
            wanted = utterance;
            utterance.lang = language;
            // A local voice does not fall silent after 15 seconds, a remote one does.
            utterance.voice =
                synthesis.getVoices().find((voice) => voice.localService && voice.lang.startsWith(language)) ?? null;
            utterance.onend = () => done(true);
            utterance.onerror = ({ error }) => done(error === "canceled" || error === "interrupted");
            synthesis.speak(utterance);
        },
        hush: () => {
            wanted = undefined;
            synthesis.cancel();
            asksAgain.forEach((wait) =>
                setTimeout(() => {
                    if (!wanted && synthesis.speaking) synthesis.cancel();
                }, wait),
            );
        },
    };
}
