/** The browser that plays people: Chromium with a microphone and a camera that are not there. */
import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

export const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";

export const isThere = () => existsSync(executablePath);

/** @param fps of the camera: fewer where many people are played on one machine */
export const options = ({ headed = false, fps = 20 } = {}) => ({
    executablePath,
    headless: !headed,
    args: [
        "--no-sandbox",
        `--use-fake-device-for-media-stream=fps=${fps}`,
        "--use-fake-ui-for-media-stream",
        "--autoplay-policy=no-user-gesture-required",
    ],
});

export const launch = (wanted?: Parameters<typeof options>[0]): Promise<Browser> => chromium.launch(options(wanted));
