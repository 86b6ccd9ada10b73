import { Alert, Button, Grid, SegmentedControl, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { Answered } from "../look/Answered";
import { ConfirmButton } from "../look/ConfirmButton";
import { ButtonLink } from "../look/links";
import { Nothing } from "../look/Nothing";
import { Page } from "../look/Page";
import { RefusalNote } from "../look/RefusalNote";
import { type LetterKind, type Template, template } from "../wire/letters";
import { isKind, languages, wordOf } from "./kinds";
import { PreviewPanel } from "./PreviewPanel";
import { useTemplate } from "./useTemplate";
import { VariablesPanel } from "./VariablesPanel";
import { VersionsPanel } from "./VersionsPanel";
import { WordingFields } from "./WordingFields";

const route = getRouteApi("/in/shell/templates/$kind");

/** One kind of mail in one language: its words, and how they look. */
export function TemplatePage() {
    const { kind } = route.useParams();
    if (!isKind(kind))
        return (
            <Page title="Mail templates">
                <Nothing title="There is no such kind of mail" />
            </Page>
        );
    return <OfKind kind={kind} />;
}

function OfKind({ kind }: { kind: LetterKind }) {
    const { language = "en" } = route.useSearch();
    const navigate = route.useNavigate();
    const query = useQuery(template(kind, language));
    return (
        <Page
            title={wordOf(kind).word}
            lead={`Sent ${wordOf(kind).when}.`}
            actions={
                <>
                    <SegmentedControl
                        size="xs"
                        aria-label="Language"
                        data={languages}
                        value={language}
                        onChange={(next) => void navigate({ search: { language: next }, replace: true })}
                    />
                    <ButtonLink to="/templates" variant="default" size="xs">
                        All templates
                    </ButtonLink>
                </>
            }
        >
            <Answered query={query}>
                {(found) => <Editor key={`${kind}.${language}.${found.version}`} template={found} />}
            </Answered>
        </Page>
    );
}

function Editor({ template: found }: { template: Template }) {
    const editing = useTemplate(found);
    const { changed, publish, publishing, restore, test, testing, tested, problem, faults } = editing;
    return (
        <Grid gap="md">
            <Grid.Col span={{ base: 12, lg: 6 }}>
                <Stack gap="md">
                    <WordingFields editing={editing} />
                    <RefusalNote problem={problem} />
                    {tested && (
                        <Alert color={tested.outcome === "sent" ? "pine" : "yellow"} variant="light" role="status">
                            <Text size="sm">
                                {tested.outcome === "sent" ? "Sent" : "Not sent"} to {tested.to}: {tested.detail}
                            </Text>
                        </Alert>
                    )}
                    <div className="button-row">
                        <Button onClick={publish} loading={publishing} disabled={!changed || faults.length > 0}>
                            Publish
                        </Button>
                        <Button variant="default" onClick={test} loading={testing} disabled={faults.length > 0}>
                            Send me a test
                        </Button>
                        {found.custom && (
                            <ConfirmButton
                                variant="subtle"
                                color="red"
                                warning="The shipped wording is used again. Yours stays among the versions."
                                onConfirm={restore}
                            >
                                Back to the shipped wording
                            </ConfirmButton>
                        )}
                    </div>
                    <VariablesPanel template={found} />
                    <VersionsPanel template={found} editing={editing} />
                </Stack>
            </Grid.Col>
            <Grid.Col span={{ base: 12, lg: 6 }}>
                <PreviewPanel editing={editing} />
            </Grid.Col>
        </Grid>
    );
}
