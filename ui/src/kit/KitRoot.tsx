import type { ReactNode } from "react";
import { I18nProvider, RouterProvider } from "react-aria-components";

/** Around everything: the kit's links go through the window's router, its words are in one language. */
export function KitRoot({ navigate, hrefOf, children }: { navigate: (to: string) => void; hrefOf: (to: string) => string; children: ReactNode }) {
  return (
    <I18nProvider locale="en-GB">
      <RouterProvider navigate={navigate} useHref={hrefOf}>
        {children}
      </RouterProvider>
    </I18nProvider>
  );
}
