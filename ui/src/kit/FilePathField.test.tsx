// @vitest-environment jsdom
import { act, useState } from "react";
import { expect, it, vi } from "vitest";
import { fieldOf, mounted, press, type } from "../app/testing";
import { FilePathField } from "./FilePathField";

const picked = vi.hoisted(() => vi.fn());
vi.mock("@tauri-apps/plugin-dialog", () => ({ open: picked }));
const onRead = vi.fn();

function Field() {
  const [path, setPath] = useState("");
  return <FilePathField label="CSV file" dialog="The export" wanted={{ name: "CSV", extensions: ["csv"] }} value={path} onChange={setPath} onRead={onRead} />;
}

it("reads what is typed, the same path again too, and what is chosen at once", async () => {
  await mounted(<Field />);
  await type("CSV file", " /a.csv ");
  await press("Read file");
  await press("Read file");
  await act(async () => fieldOf("CSV file").dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true })));
  expect(onRead.mock.calls).toEqual([["/a.csv"], ["/a.csv"], ["/a.csv"]]);
  picked.mockResolvedValue("/b.csv");
  await press("Choose…");
  expect(onRead).toHaveBeenLastCalledWith("/b.csv");
  expect(fieldOf("CSV file").value).toBe("/b.csv");
});
