import { Alert, Badge, Button, Grid, Group, Stack } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { Answered } from "../look/Answered";
import { ConfirmButton } from "../look/ConfirmButton";
import { TextLink } from "../look/links";
import { Page } from "../look/Page";
import { Panel } from "../look/Panel";
import { RefusalNote } from "../look/RefusalNote";
import type { QuestionSetPage } from "../wire/views/questions";
import { DraftList } from "./DraftList";
import { QuestionDialog } from "./QuestionDialog";
import { SetNameButton } from "./SetNameButton";
import { type Editor, useEditor } from "./useEditor";
import { VersionPanel } from "./VersionPanel";

const route = getRouteApi("/in/shell/questions/$id");

/** One question set: its draft to work on, and the version that meetings use. */
export function QuestionEditor() {
    const editor = useEditor(route.useParams().id);
    return <Answered query={editor.query}>{(set) => <Shown set={set} editor={editor} />}</Answered>;
}

function Shown({ set, editor }: { set: QuestionSetPage; editor: Editor }) {
    const { title, category, published, retired } = set;
    const { busy, publish, retire, problem, add } = editor;
    return (
        <Page
            title={title}
            lead={
                <Group gap="xs">
                    <TextLink to="/questions" size="sm">
                        All question sets
                    </TextLink>
                    · {category}
                    {published ? (
                        <Badge>version {published.version} is published</Badge>
                    ) : (
                        <Badge color="gray">not published yet</Badge>
                    )}
                </Group>
            }
            actions={
                !retired && (
                    <>
                        <SetNameButton set={set} editor={editor} />
                        <ConfirmButton
                            variant="subtle"
                            color="red"
                            warning="No new meeting can use it any more. Answers and old meetings stay."
                            onConfirm={() => retire()}
                        >
                            Retire
                        </ConfirmButton>
                        <Button loading={busy} onClick={() => void publish().catch(() => undefined)}>
                            Publish
                        </Button>
                    </>
                )
            }
        >
            <Stack gap="md">
                {retired && (
                    <Alert color="red" variant="light">
                        This set is retired. No new meeting can use it.
                    </Alert>
                )}
                <RefusalNote problem={problem} />
                <Grid gap="md">
                    <Grid.Col span={{ base: 12, md: 8 }}>
                        <Panel
                            title="Draft"
                            actions={!retired && <QuestionDialog trigger="Add question" onSave={add} />}
                        >
                            <DraftList editor={editor} />
                        </Panel>
                    </Grid.Col>
                    <Grid.Col span={{ base: 12, md: 4 }}>
                        <VersionPanel set={set} />
                    </Grid.Col>
                </Grid>
            </Stack>
        </Page>
    );
}
