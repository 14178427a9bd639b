import "@fontsource-variable/inter";
import "./tokens.css";
import "./base.css";
import "./print.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { queryClient } from "./queries";
import { router } from "./router";
import { watchWorkspace } from "./watch";
import { watchCaptures } from "../features/capture/progress";
import { watchImports } from "../features/import/progress";

watchWorkspace();
watchImports();
watchCaptures();

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  );
}
