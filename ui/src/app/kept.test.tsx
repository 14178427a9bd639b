// @vitest-environment jsdom
import { expect, it } from "vitest";
import { TextField } from "../kit";
import { forgetKept, useKept } from "./kept";
import { fieldOf, mounted, type } from "./testing";

function Asked({ place }: { place: string }) {
  const [text, setText] = useKept(place, "");
  return <TextField label="Question" value={text} onChange={setText} />;
}

it("keeps what is typed by its place while it is out of sight, and nothing for the next person", async () => {
  const { draw, leave } = await mounted(<Asked place="one" />);
  await type("Question", "On call?");
  await leave();
  await draw(<Asked place="two" />);
  expect(fieldOf("Question").value).toBe("");
  await draw(<Asked place="one" />);
  expect(fieldOf("Question").value).toBe("On call?");
  await leave();
  forgetKept();
  await draw(<Asked place="one" />);
  expect(fieldOf("Question").value).toBe("");
});
