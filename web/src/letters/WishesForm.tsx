import { Button, Group, Select, Stack, Switch, Text } from "@mantine/core";
import { useState } from "react";
import { RefusalNote } from "../look/RefusalNote";
import type { Language, LetterKind, Preferences, Wishes } from "../wire/letters";
import { languages, wordOf } from "./kinds";

interface Props {
    preferences: Preferences;
    onSave: (wishes: Wishes) => void;
    saving: boolean;
    saved: boolean;
    problem: Error | null;
}

/** Which mails somebody wants, and in which language. */
export function WishesForm({ preferences: { language, kinds }, onSave, saving, saved, problem }: Props) {
    const courtesy = kinds.filter(({ mayDecline }) => mayDecline);
    const always = kinds.filter(({ mayDecline }) => !mayDecline);
    const [declined, setDeclined] = useState<LetterKind[]>(() =>
        courtesy.filter(({ wanted }) => !wanted).map(({ kind }) => kind),
    );
    const [speaks, setSpeaks] = useState<Language | null>(language);
    const save = (now: LetterKind[]) => {
        setDeclined(now);
        onSave({ declined: now, ...(speaks ? { language: speaks } : {}) });
    };
    const toggle = (kind: LetterKind, wanted: boolean) =>
        setDeclined(wanted ? declined.filter((one) => one !== kind) : [...declined, kind]);
    return (
        <Stack gap="md">
            <Stack gap="sm" role="group" aria-label="Mails you may decline">
                {courtesy.map(({ kind }) => (
                    <Switch
                        key={kind}
                        label={wordOf(kind).word}
                        description={wordOf(kind).when}
                        checked={!declined.includes(kind)}
                        onChange={(event) => toggle(kind, event.currentTarget.checked)}
                    />
                ))}
            </Stack>
            <Text size="sm" c="dimmed">
                {always.map(({ kind }) => wordOf(kind).word).join(", ")}: always sent, because calendars would be wrong
                without them.
            </Text>
            <Select
                label="Language of the mails"
                placeholder="As the meeting has it"
                data={languages}
                maw={280}
                value={speaks}
                onChange={(value) => setSpeaks(value as Language | null)}
            />
            <RefusalNote problem={problem} />
            <Group gap="xs">
                <Button loading={saving} onClick={() => save(declined)}>
                    Save
                </Button>
                {declined.length < courtesy.length && (
                    <Button variant="default" disabled={saving} onClick={() => save(courtesy.map(({ kind }) => kind))}>
                        No more of these mails
                    </Button>
                )}
                <Text size="sm" role="status">
                    {saved && "Saved."}
                </Text>
            </Group>
        </Stack>
    );
}
