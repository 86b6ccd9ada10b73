import { Alert, Button, Grid, Group, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Answered } from "../look/Answered";
import { Page } from "../look/Page";
import { RefusalNote } from "../look/RefusalNote";
import { type HostCalendar, myCalendar } from "../wire/booking";
import { BusyFeedPanel } from "./BusyFeedPanel";
import { CalendarFeedPanel } from "./CalendarFeedPanel";
import { MeetingTypesPanel } from "./MeetingTypesPanel";
import { RulesPanel } from "./RulesPanel";
import { SpecialDaysPanel } from "./SpecialDaysPanel";
import { useAvailability } from "./useAvailability";
import { WeekPanel } from "./WeekPanel";

/** When one can be met, for what, and which other calendars count. */
export function AvailabilityPage() {
    const query = useQuery(myCalendar());
    return (
        <Page title="Availability" lead="When people can meet you, and what they can book.">
            <Answered query={query}>
                {(calendar) => (
                    <Grid gap="md">
                        <Grid.Col span={{ base: 12, lg: 7 }}>
                            {/* Made anew when somebody else (or another tab) changed it. */}
                            <HoursForm key={calendar.edition} calendar={calendar} />
                        </Grid.Col>
                        <Grid.Col span={{ base: 12, lg: 5 }}>
                            <Stack gap="md">
                                <MeetingTypesPanel calendar={calendar} />
                                <BusyFeedPanel calendar={calendar} />
                                <CalendarFeedPanel />
                            </Stack>
                        </Grid.Col>
                    </Grid>
                )}
            </Answered>
        </Page>
    );
}

function HoursForm({ calendar }: { calendar: HostCalendar }) {
    const editing = useAvailability(calendar);
    const { save, saving, changed, problem } = editing;
    return (
        <form onSubmit={save} noValidate>
            <Stack gap="md">
                {calendar.availability === null && (
                    <Alert color="yellow" variant="light" title="You have set no hours yet">
                        Colleagues can schedule with you at any hour, and booking pages stay closed until you save.
                    </Alert>
                )}
                <WeekPanel editing={editing} />
                <SpecialDaysPanel editing={editing} />
                <RulesPanel editing={editing} />
                <RefusalNote problem={problem} />
                <Group justify="flex-end">
                    <Button type="submit" loading={saving} disabled={!changed}>
                        Save availability
                    </Button>
                </Group>
            </Stack>
        </form>
    );
}
