import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Told } from "./Told";

test("each level says what was seen, and all but the highest what goes further", () => {
  const html = renderToStaticMarkup(<Told feedback={{ title: "What you said", looked_at: "We listened.", seen: ["You said one thing.", "You said two things."], more: ["Say two things."] }} />);
  expect(html).toContain("What you said");
  expect(html).toContain("We listened.");
  expect(html.match(/<li>/g)).toHaveLength(2);
  expect(html.match(/To go further: Say two things\./g)).toHaveLength(1);
});
