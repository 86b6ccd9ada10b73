import { useMutation, useQuery } from "@tanstack/react-query";
import { Answered } from "../look/Answered";
import { Page } from "../look/Page";
import { Panel } from "../look/Panel";
import { preferences, setPreferences, type Wishes } from "../wire/letters";
import { WishesForm } from "./WishesForm";

/** Which mails one wants oneself. */
export function PreferencesPage() {
    const query = useQuery(preferences());
    const save = useMutation({ mutationFn: (wishes: Wishes) => setPreferences(query.data?.seen, wishes) });
    return (
        <Page title="Mail preferences" lead="Which mails you get yourself. Other people choose for themselves.">
            <Answered query={query}>
                {(found) => (
                    <Panel title="Your mails">
                        <WishesForm
                            // What was changed elsewhere replaces what stands here.
                            key={found.seen ?? "never"}
                            preferences={found}
                            onSave={(wishes) => save.mutate(wishes)}
                            saving={save.isPending}
                            saved={save.isSuccess}
                            problem={save.error}
                        />
                    </Panel>
                )}
            </Answered>
        </Page>
    );
}
