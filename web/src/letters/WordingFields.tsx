import { Stack, Textarea, TextInput } from "@mantine/core";
import type { Fault } from "../wire/letters";
import type { Editing } from "./useTemplate";

const told = (faults: Fault[]) =>
    faults.length === 0
        ? undefined
        : faults.map(({ line, detail, code }, at) => (
              <span key={at} style={{ display: "block" }}>
                  Line {line}: {detail || code}
              </span>
          ));
const mono = { input: { fontFamily: "var(--mantine-font-family-monospace)", fontSize: "0.82rem" } };

/** Subject, text and HTML, each with its faults by line. */
export function WordingFields({ editing: { words, write, faultsOf } }: { editing: Editing }) {
    return (
        <Stack gap="sm">
            <TextInput
                label="Subject"
                value={words.subject}
                error={told(faultsOf("subject"))}
                onChange={(event) => write({ subject: event.currentTarget.value })}
            />
            <Textarea
                label="Text part"
                description="For readers without HTML."
                autosize
                minRows={6}
                maxRows={14}
                spellCheck={false}
                styles={mono}
                value={words.text}
                error={told(faultsOf("text"))}
                onChange={(event) => write({ text: event.currentTarget.value })}
            />
            <Textarea
                label="HTML part"
                autosize
                minRows={8}
                maxRows={20}
                spellCheck={false}
                styles={mono}
                value={words.html}
                error={told(faultsOf("html"))}
                onChange={(event) => write({ html: event.currentTarget.value })}
            />
        </Stack>
    );
}
