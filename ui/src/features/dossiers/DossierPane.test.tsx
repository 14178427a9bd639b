// @vitest-environment jsdom
import { act } from "react";
import { expect, it, vi } from "vitest";
import { mounted } from "../../app/testing";
import { commands } from "../../generated/bindings";
import { DossierPane } from "./DossierPane";

it("shows the document as it reads, in a frame that runs nothing", async () => {
  vi.stubGlobal("ResizeObserver", class { observe() {} disconnect() {} });
  vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }));
  vi.spyOn(commands, "dossierPreview").mockResolvedValue({ status: "ok", data: { markdown: "# Backend", html: "<h1>Backend</h1>", name: "backend" } });
  await mounted(<DossierPane request={{ kind: "role", role_id: "r" }} />);
  await act(async () => vi.waitFor(() => expect(document.querySelector("iframe")).not.toBeNull()));
  const frame = document.querySelector("iframe");
  expect(frame?.getAttribute("srcdoc")).toContain("<h1>Backend</h1>");
  expect(frame?.getAttribute("sandbox")).toBe("allow-same-origin");
  expect(document.body.textContent).not.toContain("`");
});
