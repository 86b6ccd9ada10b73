import { Button, Group } from "@mantine/core";
import { IconMicrophone, IconMicrophoneOff, IconVideo, IconVideoOff } from "@tabler/icons-react";
import { useModel } from "../useModel";
import type { Devices, Switch } from "./Devices";

const words: Record<Switch, string> = {
    asking: "is being asked for",
    on: "on",
    off: "off",
    missing: "not found",
    refused: "not allowed",
};

/** Microphone and camera, each on, off, or not to be had. */
export function DeviceSwitches({ devices }: { devices: Devices }) {
    const { microphone, camera } = useModel(devices.view);
    return (
        <Group gap="xs">
            <Button
                variant={microphone === "on" ? "light" : "default"}
                leftSection={
                    microphone === "on" ? (
                        <IconMicrophone size={18} aria-hidden />
                    ) : (
                        <IconMicrophoneOff size={18} aria-hidden />
                    )
                }
                disabled={microphone !== "on" && microphone !== "off"}
                aria-pressed={microphone === "on"}
                aria-label={`Microphone ${words[microphone]}`}
                onClick={() => devices.switchMicrophone(microphone !== "on")}
            >
                {microphone === "on" ? "Mute" : microphone === "off" ? "Unmute" : "No microphone"}
            </Button>
            <Button
                variant={camera === "on" ? "light" : "default"}
                leftSection={
                    camera === "on" ? <IconVideo size={18} aria-hidden /> : <IconVideoOff size={18} aria-hidden />
                }
                disabled={camera !== "on" && camera !== "off"}
                aria-pressed={camera === "on"}
                aria-label={`Camera ${words[camera]}`}
                onClick={() => void devices.switchCamera(camera !== "on")}
            >
                {camera === "on" ? "Camera off" : camera === "off" ? "Camera on" : "No camera"}
            </Button>
        </Group>
    );
}
