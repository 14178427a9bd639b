import type { EvidenceDetail } from "../../generated/bindings";
import { Button, EmptyState, Row } from "../../kit";
import { DiffHunk } from "./DiffHunk";
import { ForeignText } from "./ForeignText";
import styles from "./Portfolio.module.css";
import { Byline, Fields } from "./RecordMeta";
import { reflow } from "./reflow";
import { placeText } from "./words";

/** A single record: what it is, who wrote it, the lines it stands at, its text, and everything else on demand. */
export function RecordText({ detail, onConversation }: { detail: EvidenceDetail; onConversation?: (id: string) => void }) {
  const { row, place, conversation } = detail;
  const title = row.title || row.address;
  return (
    <article className={styles.record} data-record={row.id}>
      {row.kind !== "readme" && (
        <header className={styles.heading}>
          <h3 className={styles.title} dir="auto">
            {title}
          </h3>
          <Byline row={row} />
        </header>
      )}
      {place?.hunk && <DiffHunk hunk={place.hunk} place={placeText(place)} />}
      {place?.path && !place.hunk && (
        <p className={styles.muted}>
          At {placeText(place)}; <em>the lines themselves are not in this snapshot</em>.
        </p>
      )}
      <TextOf detail={detail} />
      {onConversation && conversation && conversation !== row.id && (
        <Row>
          <Button small onPress={() => onConversation(conversation)}>
            Read the whole conversation
          </Button>
        </Row>
      )}
      <Fields detail={detail} />
    </article>
  );
}

function TextOf({ detail }: { detail: EvidenceDetail }) {
  const { row, body, html } = detail;
  // A commit's first line stands as its title already.
  const rest = row.kind === "commit" ? reflow(body.split("\n").slice(1).join("\n").trim()) : body;
  if (!rest.trim()) return row.kind === "commit" ? <p className={styles.muted}>The message has no body.</p> : <EmptyState inset title="No text">{row.kind === "repository" ? "The repository says nothing of itself." : "Nothing was written, or it is not in this snapshot."}</EmptyState>;
  return <ForeignText record={row.id} title={row.title || row.address} body={rest} html={html} />;
}
