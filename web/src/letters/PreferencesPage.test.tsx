// @vitest-environment jsdom
import { cleanup, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, describe, expect, it } from "vitest";
import { AtVersion, Refused, serverAnswers, show } from "../look/show.fixture";
import { PreferencesPage } from "./PreferencesPage";

afterEach(cleanup);

const wishes = { language: null, kinds: [{ kind: "reminder", wanted: true, mayDecline: true }] };
const save = () => userEvent.setup().click(screen.getByText("Save"));

describe("mail preferences", () => {
    it("are changed in the version that was seen", async () => {
        const asked = serverAnswers({ "GET /preferences": new AtVersion(7, wishes), "PUT /preferences": {} });
        show(<PreferencesPage />);
        await screen.findByText("Save");
        await save();
        await waitFor(() => expect(asked.find(({ method }) => method === "PUT")?.ifMatch).toBe('"7"'));
    });

    it("that nobody ever changed have no version yet", async () => {
        const asked = serverAnswers({ "GET /preferences": wishes, "PUT /preferences": {} });
        show(<PreferencesPage />);
        await screen.findByText("Save");
        await save();
        await waitFor(() => expect(asked.find(({ method }) => method === "PUT")?.ifMatch).toBe("*"));
    });

    it("say so when they were changed in another window", async () => {
        const stale = new Refused(412, { code: "VERSION_IS_STALE", detail: "It has changed since." });
        serverAnswers({ "GET /preferences": new AtVersion(7, wishes), "PUT /preferences": stale });
        show(<PreferencesPage />);
        await screen.findByText("Save");
        await save();
        expect(await screen.findByText("Somebody was faster")).toBeTruthy();
    });
});
