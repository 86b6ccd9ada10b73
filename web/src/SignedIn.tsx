import { Outlet } from "@tanstack/react-router";
import { session } from "./session/session";
import { SignIn } from "./session/SignIn";
import { useModel } from "./useModel";

/** Lets people of the house through, and asks everybody else who they are. */
export function SignedIn() {
    return useModel(session.presence).signedIn ? <Outlet /> : <SignIn />;
}
