import { Outlet, useRouter } from "@tanstack/react-router";
import { I18nProvider, RouterProvider } from "react-aria-components";
import { ToastRegion } from "../kit/Toast";
import { WindowTitle } from "./WindowTitle";

/** Around every screen: links of the kit go through the router, toasts, the window's title. */
export function Shell() {
  const router = useRouter();
  return (
    <I18nProvider locale="en-GB">
      <RouterProvider navigate={(to) => router.history.push(to)} useHref={(to) => router.history.createHref(to)}>
        <WindowTitle />
        <Outlet />
        <ToastRegion />
      </RouterProvider>
    </I18nProvider>
  );
}
