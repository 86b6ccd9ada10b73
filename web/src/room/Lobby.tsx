import { Alert, Button, Checkbox, Container, Paper, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import { Wordmark } from "../look/Wordmark";
import { useModel } from "../useModel";
import type { InterviewerKind } from "../wire/views/meetings";
import { consentText } from "./Consent";
import { DeviceSwitches } from "./DeviceSwitches";
import { LevelMeter } from "./LevelMeter";
import { Picture } from "./Picture";
import { findRecogniser } from "./recogniser";
import { whyUnheard } from "./unheard";
import type { Visit } from "./Visit";

interface Props {
    visit: Visit;
    title: string;
    when: string;
    name: string;
    interviewer: InterviewerKind;
}

/** The door of a room: are camera and microphone fine, and may this be transcribed? */
export function Lobby({ visit, title, when, name, interviewer }: Props) {
    const [agrees, setAgrees] = useState(false);
    const { stream, microphone, camera } = useModel(visit.devices.view);
    return (
        <Container component="main" size="md" py={{ base: "md", sm: "xl" }}>
            <title>{`${title} · Parley`}</title>
            <Stack gap="lg">
                <Wordmark />
                <div>
                    <Title order={1}>{title}</Title>
                    <Text c="dimmed">
                        {when} · you join as {name}
                    </Text>
                </div>
                <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg">
                    <Stack gap="sm">
                        <div className="tile">
                            <Picture stream={stream} label="Your camera" own hidden={camera !== "on"} />
                            {camera !== "on" && <Text c="dimmed">Your camera is off</Text>}
                        </div>
                        <LevelMeter levels={visit.levels} />
                        <DeviceSwitches devices={visit.devices} />
                        <DeviceHint microphone={microphone} interviewer={interviewer} />
                    </Stack>
                    <Paper withBorder p="lg">
                        <Stack gap="md">
                            <Disclosure interviewer={interviewer} />
                            <Checkbox
                                label={consentText}
                                checked={agrees}
                                onChange={(event) => setAgrees(event.currentTarget.checked)}
                            />
                            <Text size="sm" c="dimmed">
                                You can join without agreeing. Then nothing that you say is written down, and the
                                interviewer cannot take your answers.
                            </Text>
                            <Button size="md" onClick={() => visit.enter(agrees)}>
                                Join the meeting
                            </Button>
                        </Stack>
                    </Paper>
                </SimpleGrid>
            </Stack>
        </Container>
    );
}

function Disclosure({ interviewer }: { interviewer: InterviewerKind }) {
    return interviewer === "ai" ? (
        <Alert variant="light" title="An AI leads this conversation">
            Parley is an AI interviewer. It asks the questions, listens, and writes down what is said, if you agree. You
            can always type instead of speaking, and leave whenever you like.
        </Alert>
    ) : (
        <Alert variant="light" title="A person leads this conversation">
            What is said is transcribed, if you agree. You can always type instead of speaking.
        </Alert>
    );
}

function DeviceHint({ microphone, interviewer }: { microphone: string; interviewer: InterviewerKind }) {
    if (microphone === "on" && !findRecogniser())
        return (
            <Alert color="orange" variant="light" role="status" title="You will type your answers">
                {whyUnheard("no-engine")} The others hear you all the same, and what you type counts as an answer.
            </Alert>
        );
    const hint =
        microphone === "refused"
            ? "The browser keeps the microphone closed. Allow it in the address bar, or type your answers."
            : microphone === "missing"
              ? "There is no microphone here. You can type your answers."
              : microphone === "on" && interviewer === "ai"
                ? "The interviewer speaks aloud. With headphones it is not mistaken for you."
                : "";
    return hint ? (
        <Text size="sm" c="dimmed" role="status">
            {hint}
        </Text>
    ) : null;
}
