import { Outlet } from "@tanstack/react-router";
import { followChanges } from "./answers";
import { session } from "./session/session";
import { SignIn } from "./session/SignIn";
import { useModel, useOwned } from "./useModel";

/** Lets people of the house through, and asks everybody else who they are. */
export function SignedIn() {
    return useModel(session.presence).signedIn ? <Inside /> : <SignIn />;
}

/** What is shown stays fresh for as long as somebody is signed in. */
function Inside() {
    useOwned(followChanges);
    return <Outlet />;
}
