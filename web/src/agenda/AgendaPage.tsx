import { Button, Drawer } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPlus } from "@tabler/icons-react";
import { Page } from "../look/Page";
import { RefusalNote } from "../look/RefusalNote";
import { AgendaCalendar } from "./AgendaCalendar";
import { ScheduleForm } from "./ScheduleForm";
import { useAgenda } from "./useAgenda";

/** Everybody's meetings on a calendar, and the way to a new one. */
export function AgendaPage() {
    const [scheduling, { open, close }] = useDisclosure();
    const { events, hours, problem, show } = useAgenda();
    return (
        <Page
            title="Agenda"
            actions={
                <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={open}>
                    Schedule meeting
                </Button>
            }
        >
            <RefusalNote problem={problem} />
            <AgendaCalendar events={events} hours={hours} onRange={show} />
            <Drawer
                opened={scheduling}
                onClose={close}
                title="Schedule a meeting"
                closeButtonProps={{ "aria-label": "Close" }}
            >
                {scheduling && <ScheduleForm onDone={close} />}
            </Drawer>
        </Page>
    );
}
