import type { ReactNode } from "react";
import { useRead, useWrite } from "../../app/queries";
import { savePath } from "../../app/savePath";
import { count } from "../../app/words";
import type { DossierRequest, SavedDossier } from "../../generated/bindings";
import { Button, HtmlFrame, Loaded, Note, PlainText, showToast, sizeText } from "../../kit";
import styles from "./Dossiers.module.css";

/** A document before it leaves: what it will say, and where it goes. `side` stands beside it. */
export function DossierPane({ request, side }: { request: DossierRequest; side?: ReactNode }): ReactNode {
  const query = useRead("dossierPreview", [request], { keepPrevious: true });
  return (
    <div className={styles.pane}>
      <div className={styles.side}>
        {side}
        <SaveButtons request={request} name={query.data?.name ?? null} />
        <Note small>The PDF has page numbers, charts and bookmarks. At its foot stands the hash of the journal’s newest entry, which <code>assay verify</code> checks.</Note>
      </div>
      <Loaded query={query} rows={12}>
        {(preview) => (
          <div role="region" className={styles.preview} tabIndex={0} aria-label="What the document will say">
            {preview.html ? <HtmlFrame fit title="The document" html={preview.html} /> : <PlainText>{preview.markdown}</PlainText>}
          </div>
        )}
      </Loaded>
    </div>
  );
}

function SaveButtons({ request, name }: { request: DossierRequest; name: string | null }): ReactNode {
  const write = useWrite("dossierSave", { onDone: tellSaved });
  const choose = async (ending: "pdf" | "md", kind: string) => {
    const path = await savePath("Save the document", name ?? "dossier", ending, kind);
    if (path) write.mutate([request, path]);
  };
  return (
    <>
      <Button kind="main" isPending={write.isPending} isDisabled={name === null} onPress={() => void choose("pdf", "PDF")}>
        {write.isPending ? "Writing the pages…" : "Save as PDF…"}
      </Button>
      <Button isPending={write.isPending} isDisabled={name === null} onPress={() => void choose("md", "Markdown")}>
        Save as Markdown…
      </Button>
    </>
  );
}

function tellSaved(saved: SavedDossier) {
  const size = sizeText(saved.bytes);
  const message = saved.pages === null ? `Saved, ${size}.` : `Saved: ${count(saved.pages, "page")}, ${size}.`;
  if (saved.without_font.length === 0) return showToast({ message, tone: "plain" });
  const hint = `This machine has no font for ${saved.without_font.join(", ")}: such letters stand as empty boxes, and the first page says so.`;
  showToast({ message, hint, tone: "bad" });
}
