import { useState, type KeyboardEvent } from "react";
import { useRead } from "../../app/queries";
import { count } from "../../app/words";
import type { CandidateDetail, EvidenceDetail, TreeEntry } from "../../generated/bindings";
import { classes, icons, Loaded, Note } from "../../kit";
import { CiteArea } from "./CiteArea";
import styles from "./Files.module.css";

/** The files of a repository at a commit: folders open, a file can be cited. */
export function Files({ candidate, detail }: { candidate: CandidateDetail; detail: EvidenceDetail }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const { row } = detail;
  const toggle = (path: string) => setOpen((before) => toggled(before, path));
  return (
    <CiteArea candidate={candidate} quotables={[chosen === null ? { row, body: detail.body } : { row, body: "", path: chosen }]}>
      <Note small>
        {row.address.includes("@") && !row.address.endsWith("@") ? `At ${row.address.split("@")[1]?.slice(0, 12)}. ` : ""}Names only: the text of files is not in this snapshot, but for the README.
      </Note>
      <div role="tree" aria-label={`Files of ${row.repo ?? row.address}`} className={styles.tree} onKeyDown={walk}>
        <Folder id={row.id} path="" level={1} tree={{ open, chosen, onToggle: toggle, onChoose: setChosen }} />
      </div>
    </CiteArea>
  );
}

type Tree = { open: ReadonlySet<string>; chosen: string | null; onToggle: (path: string) => void; onChoose: (path: string) => void };

function Folder({ id, path, level, tree }: { id: string; path: string; level: number; tree: Tree }) {
  const folder = useRead("treeList", [id, path]);
  return (
    <Loaded query={folder} rows={3}>
      {(data) => (
        <>
          {data.entries.map((entry, index) => (
            <Entry key={entry.path} id={id} entry={entry} level={level} tree={tree} isFirst={level === 1 && index === 0} />
          ))}
          {data.total > data.entries.length && <Note small>{count(data.total - data.entries.length, "entry", "entries")} more</Note>}
          {level === 1 && data.partial && (
            <Note small>
              The listing is cut: more files <em>are not in this snapshot</em>.
            </Note>
          )}
          {data.entries.length === 0 && (
            <Note small>
              <em>not in this snapshot</em>
            </Note>
          )}
        </>
      )}
    </Loaded>
  );
}

function Entry({ id, entry, level, tree, isFirst }: { id: string; entry: TreeEntry; level: number; tree: Tree; isFirst: boolean }) {
  const isFolder = entry.files !== null;
  const isOpen = tree.open.has(entry.path);
  const act = () => (isFolder ? tree.onToggle(entry.path) : tree.onChoose(entry.path));
  return (
    <>
      <div
        role="treeitem"
        aria-level={level}
        aria-expanded={isFolder ? isOpen : undefined}
        aria-selected={tree.chosen === entry.path}
        tabIndex={tree.chosen === null ? (isFirst ? 0 : -1) : tree.chosen === entry.path ? 0 : -1}
        className={classes(styles.entry, tree.chosen === entry.path && styles.chosen)}
        style={{ paddingLeft: level * 16 - 8 }}
        onClick={act}
        data-act
      >
        <span className={classes(styles.mark, isOpen && styles.open)}>{isFolder ? icons.right : icons.file}</span>
        <span dir="auto">{entry.name}</span>
        {isFolder && <span className={styles.count}>{entry.files === 0 ? <em>not listed</em> : entry.files}</span>}
      </div>
      {isOpen && <Folder id={id} path={entry.path} level={level + 1} tree={tree} />}
    </>
  );
}

/** Up and down walk, right opens, left closes, Enter and the space bar do what a click does. */
function walk(event: KeyboardEvent<HTMLElement>) {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>("[role=treeitem]")];
  const at = items.indexOf(document.activeElement as HTMLElement);
  const item = items[at];
  if (!item) return;
  const expanded = item.getAttribute("aria-expanded");
  const next = { ArrowDown: items[at + 1], ArrowUp: items[at - 1], Home: items[0], End: items.at(-1) }[event.key];
  const acts = event.key === "Enter" || event.key === " " || (event.key === "ArrowRight" && expanded === "false") || (event.key === "ArrowLeft" && expanded === "true");
  if (!next && !acts) return;
  event.preventDefault();
  if (acts) item.click();
  next?.focus();
}

/** The set with a path put in, or taken out. */
export function toggled(set: ReadonlySet<string>, path: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(path)) next.add(path);
  return next;
}
