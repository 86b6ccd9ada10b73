import { Button, List, Loader, Text, Title } from "@mantine/core";
import { asMoment } from "../look/moments";
import type { ServerPayloads } from "../wire/frames";
import type { InterviewerKind } from "../wire/views/meetings";

const titles = {
    "not-open-yet": "The room is not open yet",
    "host-admits": "Waiting to be let in",
    locked: "The room is locked",
} as const;
const reasons = {
    "not-open-yet": "It opens shortly before the start. Stay here; you get in by yourself.",
    "host-admits": "The host knows that you are here and lets you in. Stay here; nothing else is needed.",
    locked: "The host has locked the room and knows that you are here. Stay here until they let you in.",
} as const;

interface Props {
    waiting: ServerPayloads["waiting"] | undefined;
    when: string;
    interviewer: InterviewerKind;
    onLeave: () => void;
}

/** For those who wait: for what, since when, for how long at most, and what awaits them inside. */
export function Waiting({ waiting, when, interviewer, onLeave }: Props) {
    const reason = waiting?.reason ?? "not-open-yet";
    return (
        <>
            <Title order={1}>{titles[reason]}</Title>
            <Text>{reasons[reason]}</Text>
            <List size="sm" spacing={4}>
                <List.Item>The meeting: {when}</List.Item>
                {waiting && <List.Item>You have been waiting since {asMoment(waiting.since)}.</List.Item>}
                {waiting?.atTheLatest && (
                    <List.Item>
                        If no host comes, you get in at {asMoment(waiting.atTheLatest)} at the latest.
                    </List.Item>
                )}
                {interviewer === "ai" && (
                    <List.Item>
                        An AI leads this meeting. It says so again inside, and writes down only what you agree to.
                    </List.Item>
                )}
                <List.Item>Nobody inside sees or hears you yet.</List.Item>
            </List>
            <Loader type="dots" aria-label="Waiting" />
            <Button variant="default" onClick={onLeave}>
                Leave
            </Button>
        </>
    );
}
