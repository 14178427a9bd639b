import { expect, test } from "vitest";
import { addPaths, baseName, pathsOfText } from "./paths";

test("pasted paths: one a line, quotes and file addresses taken off", () => {
  expect(pathsOfText('/a b/c.json\r\n"/quoted/d.zip"\n\nfile:///tmp/e%20f\n')).toEqual(["/a b/c.json", "/quoted/d.zip", "/tmp/e f"]);
});

test("a broken file address stays as it was typed", () => {
  expect(pathsOfText("file:///tmp/%zz")).toEqual(["/tmp/%zz"]);
});

test("no path stands twice", () => {
  expect(addPaths(["/a"], ["/b", "/a"])).toEqual(["/a", "/b"]);
});

test("the last part of a path, on either system", () => {
  expect(baseName("/home/x/data/")).toBe("data");
  expect(baseName("C:\\x\\data.zip")).toBe("data.zip");
});
