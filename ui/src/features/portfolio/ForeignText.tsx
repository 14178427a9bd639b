import { HtmlFrame, PlainText } from "../../kit";

/** The text of a record as it may be shown: rendered in a frame that runs and loads nothing, or else plain. */
export function ForeignText({ record, title, body, html }: { record: string; title: string; body: string; html: string }) {
  if (!html && !body.trim()) return null;
  return <div data-record={record}>{html ? <HtmlFrame fit title={title} html={html} /> : <PlainText>{body}</PlainText>}</div>;
}
