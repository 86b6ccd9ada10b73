import "@fullcalendar/react/skeleton.css";
import "@fullcalendar/react/themes/breezy/theme.css";
import "./calendar.css";
import FullCalendar, { type EventInput, useCalendarController } from "@fullcalendar/react";
import dayGrid from "@fullcalendar/react/daygrid";
import list from "@fullcalendar/react/list";
import breezy from "@fullcalendar/react/themes/breezy";
import timeGrid from "@fullcalendar/react/timegrid";
import { Button, Group, Paper, SegmentedControl, Title } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { Hours } from "./hours";

const views = [
    { value: "dayGridMonth", label: "Month" },
    { value: "timeGridWeek", label: "Week" },
    { value: "timeGridDay", label: "Day" },
    { value: "listMonth", label: "List" },
];
/** Seven columns of a phone are too narrow for a word. */
const onAPhone = views.map((view) => (view.label === "Week" ? { value: "timeGridThree", label: "3 days" } : view));
const ofOurOwn = { timeGridThree: { type: "timeGrid", duration: { days: 3 } } };

interface Props {
    events: EventInput[];
    hours: Hours;
    onRange: (from: Date, to: Date) => void;
}

/** The calendar itself: month, week, day or list, in the viewer's own zone. */
export function AgendaCalendar({ events, hours, onRange }: Props) {
    const controller = useCalendarController();
    const navigate = useNavigate();
    const narrow = useMediaQuery("(max-width: 48em)", undefined, { getInitialValueInEffect: false });
    const [view, setView] = useState(narrow ? "listMonth" : "timeGridWeek");
    const change = (next: string) => {
        setView(next);
        controller.changeView(next);
    };
    return (
        <Paper withBorder p={{ base: "xs", sm: "md" }}>
            <Group justify="space-between" mb="sm" gap="xs">
                <Group gap={4}>
                    <Button variant="default" size="xs" onClick={() => controller.today()}>
                        Today
                    </Button>
                    <Button variant="subtle" size="xs" px={6} aria-label="Earlier" onClick={() => controller.prev()}>
                        <IconChevronLeft size={18} aria-hidden />
                    </Button>
                    <Button variant="subtle" size="xs" px={6} aria-label="Later" onClick={() => controller.next()}>
                        <IconChevronRight size={18} aria-hidden />
                    </Button>
                    <Title order={2} size="h3" ml={4} aria-live="polite">
                        {controller.view?.title}
                    </Title>
                </Group>
                <SegmentedControl
                    size="xs"
                    aria-label="View"
                    data={narrow ? onAPhone : views}
                    value={view}
                    onChange={change}
                />
            </Group>
            <div className={view === "listMonth" ? "agenda-list" : undefined}>
                <FullCalendar
                    controller={controller}
                    plugins={[breezy, dayGrid, timeGrid, list]}
                    initialView={view}
                    views={ofOurOwn}
                    headerToolbar={false}
                    height="auto"
                    slotMinTime={hours.from}
                    slotMaxTime={hours.to}
                    displayEventEnd={!narrow}
                    nowIndicator
                    firstDay={1}
                    allDaySlot={false}
                    eventTimeFormat={{ hour: "2-digit", minute: "2-digit", hour12: false }}
                    slotHeaderFormat={{ hour: "2-digit", minute: "2-digit", hour12: false }}
                    listItemEventInnerClass="agenda-inner"
                    listItemEventTimeClass="agenda-time"
                    listItemEventTitleClass="agenda-title"
                    listDayFormat={{ day: "numeric", month: "short" }}
                    listDayAltFormat={{ weekday: narrow ? "short" : "long" }}
                    noEventsContent="No meetings in these days."
                    events={events}
                    datesSet={({ start, end }) => onRange(start, end)}
                    eventClick={({ event, jsEvent }) => {
                        jsEvent.preventDefault();
                        void navigate({ to: "/meetings/$id", params: { id: event.id } });
                    }}
                />
            </div>
        </Paper>
    );
}
