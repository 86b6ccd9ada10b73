import { useModel } from "../useModel";
import type { Levels } from "./Levels";

/** Shows that the microphone hears something. */
export function LevelMeter({ levels }: { levels: Levels }) {
    const { level, speaking } = useModel(levels.level);
    return (
        <div
            className="meter"
            role="meter"
            aria-label="Microphone level"
            aria-valuemin={0}
            aria-valuemax={1}
            aria-valuenow={level}
            data-speaking={speaking}
        >
            <div style={{ transform: `scaleX(${level})` }} />
        </div>
    );
}
