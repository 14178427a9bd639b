import { open } from "@tauri-apps/plugin-dialog";
import { useState } from "react";
import { Button, classes, Row, TextArea } from "../../kit";
import { Button as PlainButton } from "../../kit/PlainButton";
import styles from "./Import.module.css";
import { pathsOfText } from "./paths";
import { useFileDrop } from "../../app/useFileDrop";

/** Takes files by drop, by dialog, or as pasted paths. */
export function DropZone({ onPaths }: { onPaths: (paths: string[]) => void }) {
  const [pasting, setPasting] = useState(false);
  const over = useFileDrop(onPaths);
  const pick = async (directory: boolean) => {
    const picked = await open({ multiple: true, directory, title: directory ? "Folders to import" : "Files to import" });
    if (picked) onPaths(Array.isArray(picked) ? picked : [picked]);
  };
  return (
    <div className={styles.zone}>
      <PlainButton className={classes(styles.drop, over && styles.over)} onPress={() => void pick(false)}>
        <span className={styles.big}>{over ? "Let go to add them" : "Drop files, folders or archives here"}</span>
        <span className={styles.small}>or press to choose files</span>
      </PlainButton>
      <Row>
        <Button onPress={() => void pick(true)}>Choose a folder…</Button>
        <Button kind="quiet" onPress={() => setPasting(!pasting)} aria-expanded={pasting}>
          Paste paths
        </Button>
      </Row>
      {pasting && <PastePaths onPaths={onPaths} />}
    </div>
  );
}

function PastePaths({ onPaths }: { onPaths: (paths: string[]) => void }) {
  const [text, setText] = useState("");
  const paths = pathsOfText(text);
  const add = () => {
    onPaths(paths);
    setText("");
  };
  return (
    <>
      <TextArea label="Paths, one a line" value={text} onChange={setText} mono autoFocus rows={3} />
      <Row>
        <Button onPress={add} isDisabled={paths.length === 0}>
          Add paths
        </Button>
      </Row>
    </>
  );
}
