import { Stack, Text, Title } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { Answered } from "../look/Answered";
import { Outdoors } from "../look/Outdoors";
import { guestPreferences, setGuestPreferences, type Wishes } from "../wire/letters";
import { WishesForm } from "./WishesForm";

const route = getRouteApi("/unsubscribe/$token");

/** The page behind the link in every mail. Opening it changes nothing: mail programs open links too. */
export function UnsubscribePage() {
    const { token } = route.useParams();
    const query = useQuery(guestPreferences(token));
    const save = useMutation({ mutationFn: (wishes: Wishes) => setGuestPreferences(token, wishes) });
    return (
        <Outdoors title="Your mails" size="sm">
            <Stack gap="md">
                <div>
                    <Title order={1}>Your mails</Title>
                    <Text size="sm" c="dimmed">
                        Which mails about your meetings you want.
                    </Text>
                </div>
                <Answered query={query}>
                    {(found) => (
                        <WishesForm
                            preferences={found}
                            onSave={(wishes) => save.mutate(wishes)}
                            saving={save.isPending}
                            saved={save.isSuccess}
                            problem={save.error}
                        />
                    )}
                </Answered>
            </Stack>
        </Outdoors>
    );
}
