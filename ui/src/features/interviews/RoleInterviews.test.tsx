// @vitest-environment jsdom
import { act } from "react";
import { expect, it, vi } from "vitest";
import { buttonOf, mounted, press } from "../../app/testing";
import { refreshChanged } from "../../app/queries";
import { commands, type Interview } from "../../generated/bindings";
import { RoleInterviews } from "./RoleInterviews";

vi.mock("@tanstack/react-router", () => ({ Link: ({ children }: { children: unknown }) => children }));
vi.mock("../../app/session", () => ({ goTo: () => undefined }));

const interview = (id: string, more: Partial<Interview> = {}) => ({ id, assessment_title: `Review ${id}`, candidate_name: "Eda Fixture", person_name: "Bo Fixture", minutes: 45, state: "open", starts_local: null, zone: null, independent: true, blind: null, mine: false, has_draft: false, cancelled_reason: null, ...more }) as unknown as Interview;

it("reads once, narrows in the window, and keeps a dialog while the list comes anew", async () => {
  const list = vi.spyOn(commands, "interviewList").mockResolvedValue({ status: "ok", data: [interview("a"), interview("b", { state: "submitted" })] });
  vi.spyOn(commands, "personList").mockResolvedValue({ status: "ok", data: [] });
  await mounted(<RoleInterviews roleId="r" />);
  await act(async () => vi.waitFor(() => expect(document.body.textContent).toContain("2 interviews")));
  await act(async () => document.querySelector<HTMLInputElement>("input[type=radio][value=open]")?.click());
  expect(document.body.textContent).toContain("1 interview");
  expect(document.body.textContent).not.toContain("Review b");
  expect(list).toHaveBeenCalledTimes(1);
  await press("Actions for Review a of Eda Fixture, Bo Fixture");
  await act(async () => [...document.querySelectorAll<HTMLElement>("[role=menuitem]")].find((one) => one.textContent === "Give it a time")?.click());
  expect(document.querySelector("[role=dialog]")?.textContent).toContain("Give this interview a time");
  list.mockResolvedValue({ status: "ok", data: [interview("a", { person_name: "Cy Fixture" })] });
  await act(async () => refreshChanged([{ noun: "person", id: "p" }]));
  await act(async () => vi.waitFor(() => expect(document.querySelector("[role=dialog]")?.textContent).toContain("by Cy Fixture")));
  expect(list).toHaveBeenCalledTimes(2);
  expect(buttonOf("Set the time").disabled).toBe(true);
});
