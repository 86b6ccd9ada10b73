// @vitest-environment jsdom
import { cleanup, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, expect, it } from "vitest";
import { serverAnswers, show } from "./show.fixture";
import { ZonePicker } from "./ZonePicker";

afterEach(cleanup);

it("offers the zones that the server knows, not those of this browser", async () => {
    serverAnswers({ "GET /zones": { tzdb: "2030a", zones: ["Europe/Berlin", "Atlantis/Poseidonis"] } });
    show(<ZonePicker value="Europe/Berlin" onChange={() => {}} />);
    const user = userEvent.setup();
    const field = screen.getByLabelText("Time zone", { selector: "input" });
    await user.click(field);
    await user.clear(field);
    await user.type(field, "poseid");
    expect(await screen.findByText("Poseidonis (Atlantis)")).toBeTruthy();
    await user.clear(field);
    await user.type(field, "adelaide");
    expect(screen.queryByText("Adelaide (Australia)")).toBeNull();
});
