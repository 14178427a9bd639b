// @vitest-environment jsdom
import { act } from "react";
import { expect, it, vi } from "vitest";
import { mounted, press } from "../../app/testing";
import { commands, type Application, type CandidateDetail, type RoleDetail } from "../../generated/bindings";
import { Applications } from "./Applications";

vi.mock("@tanstack/react-router", () => ({ Link: ({ children }: { children: unknown }) => children }));

const application = { id: "a", role_id: "r", role_title: "Backend", candidate_id: "c", candidate_name: "Eda Fixture", stage: "interviewing", since: "2026-11-20T10:00:00Z", created_at: "2026-11-01T10:00:00Z", interviews_open: 1, do_not_contact: false, history: [{ from: "screening", to: "interviewing", at: "2026-11-20T10:00:00Z", by: "Ada Fixture", why: null, reason: "" }] } as unknown as Application;
const pipeline = [
  { stage: "screening", title: "First call", used: true, optional: true },
  { stage: "interviewing", title: "On site", used: true, optional: true },
  { stage: "debrief", title: "", used: false, optional: true },
  { stage: "offer", title: "", used: true, optional: false },
  { stage: "rejected", title: "", used: true, optional: false },
];

it("moves to the role's own stages under the role's own names, and asks why something ends", async () => {
  vi.spyOn(commands, "roleList").mockResolvedValue({ status: "ok", data: [] });
  vi.spyOn(commands, "roleShow").mockResolvedValue({ status: "ok", data: { pipeline } as unknown as RoleDetail });
  const move = vi.spyOn(commands, "applicationMoveMany").mockResolvedValue({ status: "ok", data: { value: { moved: [application], stayed: [] }, changed: [] } });
  await mounted(<Applications candidate={{ id: "c", name: "Eda Fixture", applications: [application] } as unknown as CandidateDetail} />);
  await act(async () => vi.waitFor(() => expect(document.body.textContent).toContain("On site since")));
  expect(document.body.textContent).toContain("First call → On site");
  const choose = async (words: string) => {
    await press("Move to another stage: Backend");
    const items = [...document.querySelectorAll<HTMLElement>("[role=menuitem]")];
    expect(items.map((one) => one.textContent)).toEqual(["First call", "Offer", "Rejected"]);
    await act(async () => items.find((one) => one.textContent === words)?.click());
  };
  await choose("Offer");
  expect(move).toHaveBeenCalledWith(["a"], { to: "offer", why: null, reason: "", despite: null });
  await choose("Rejected");
  expect(move).toHaveBeenCalledTimes(1);
  expect(document.querySelector("[role=dialog]")?.textContent).toContain("1 open interview will be cancelled");
});
