import { Outlet, useRouter } from "@tanstack/react-router";
import { KitRoot } from "../kit/KitRoot";
import { ToastRegion } from "../kit/Toast";
import { WindowTitle } from "./WindowTitle";

/** Around every screen: links of the kit go through the router, toasts, the window's title. */
export function Shell() {
  const router = useRouter();
  return (
    <KitRoot navigate={(to) => router.history.push(to)} hrefOf={(to) => router.history.createHref(to)}>
      <WindowTitle />
      <Outlet />
      <ToastRegion />
    </KitRoot>
  );
}
