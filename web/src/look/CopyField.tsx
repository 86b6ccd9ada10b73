import { Button, CopyButton, TextInput } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";

/** A text to take along. */
export function CopyField({ label, value }: { label: string; value: string }) {
    return (
        <CopyButton value={value}>
            {({ copied, copy }) => (
                <TextInput
                    label={label}
                    value={value}
                    readOnly
                    onFocus={(event) => event.currentTarget.select()}
                    rightSectionWidth={96}
                    rightSection={
                        <Button
                            size="compact-sm"
                            variant="light"
                            aria-label={copied ? `${label}, copied` : `Copy ${label.toLowerCase()}`}
                            leftSection={
                                copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />
                            }
                            onClick={copy}
                        >
                            {copied ? "Copied" : "Copy"}
                        </Button>
                    }
                />
            )}
        </CopyButton>
    );
}
