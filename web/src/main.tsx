import "@mantine/core/styles.css";
import "./theme.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";

const root = createRoot(document.getElementById("root") ?? document.body);

/** Who comes by a link in a mail, or from a website, needs nothing of what the sales team works with. */
const outdoors = /^\/(book|appointment|unsubscribe)\//.test(location.pathname);
const app = outdoors ? import("./outdoors/App") : import("./App");
void app.then(({ App }) =>
    root.render(
        <StrictMode>
            <App />
        </StrictMode>,
    ),
);
