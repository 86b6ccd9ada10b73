import {
    closestCenter,
    DndContext,
    type DragEndEvent,
    KeyboardSensor,
    PointerSensor,
    useSensor,
    useSensors,
} from "@dnd-kit/core";
import {
    arrayMove,
    SortableContext,
    sortableKeyboardCoordinates,
    verticalListSortingStrategy,
} from "@dnd-kit/sortable";
import { Stack, Text } from "@mantine/core";
import { DraftRow } from "./DraftRow";
import type { Editor } from "./useEditor";

/** The questions in their order; they move by mouse, touch and keyboard (space, arrows, space). */
export function DraftList({ editor }: { editor: Editor }) {
    const sensors = useSensors(
        useSensor(PointerSensor, { activationConstraint: { distance: 6 } }),
        useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
    );
    const ids = editor.questions.map(({ questionId }) => questionId);
    const drop = ({ active, over }: DragEndEvent) => {
        if (!over || active.id === over.id) return;
        void editor.order(arrayMove(ids, ids.indexOf(String(active.id)), ids.indexOf(String(over.id))));
    };
    if (ids.length === 0)
        return (
            <Text size="sm" c="dimmed">
                No questions yet. Three to seven make a good conversation.
            </Text>
        );
    return (
        <DndContext sensors={sensors} collisionDetection={closestCenter} onDragEnd={drop}>
            <SortableContext items={ids} strategy={verticalListSortingStrategy}>
                <Stack gap="xs" component="ol" p={0} m={0} style={{ listStyle: "none" }} aria-label="Questions">
                    {editor.questions.map((question, place) => (
                        <DraftRow key={question.questionId} question={question} number={place + 1} editor={editor} />
                    ))}
                </Stack>
            </SortableContext>
        </DndContext>
    );
}
