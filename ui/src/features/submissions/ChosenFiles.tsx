import { open } from "@tauri-apps/plugin-dialog";
import { useState } from "react";
import { useFileDrop } from "../../app/useFileDrop";
import { Button, classes, IconButton, icons, Note, PathText, Row, TextField } from "../../kit";
import styles from "./Submissions.module.css";

/** Files and folders: dropped anywhere on the window, chosen, or typed. */
export function ChosenFiles({ paths, onChange }: { paths: string[]; onChange: (paths: string[]) => void }) {
  const [typed, setTyped] = useState("");
  const add = (more: string[]) => onChange([...new Set([...paths, ...more])]);
  const over = useFileDrop(add);
  const pick = async (directory: boolean) => {
    const picked = await open({ multiple: true, directory, title: directory ? "Folders to hand in" : "Files to hand in" });
    if (picked) add(Array.isArray(picked) ? picked : [picked]);
  };
  const take = () => {
    if (typed.trim() === "") return;
    add([typed.trim()]);
    setTyped("");
  };
  return (
    <div className={classes(styles.drop, over && styles.over)} role="group" aria-label="Files">
      <Row end>
        <Button onPress={() => void pick(false)}>Choose files…</Button>
        <Button onPress={() => void pick(true)}>Choose a folder…</Button>
        <div style={{ flex: 1, minWidth: 200 }}>
          <TextField label="Or a path" value={typed} onChange={setTyped} onBlur={take} mono placeholder="/path/to/their/work" />
        </div>
        <Button onPress={take} isDisabled={typed.trim() === ""}>
          Add path
        </Button>
      </Row>
      {paths.length > 0 && (
        <ul className={styles.files}>
          {paths.map((path) => (
            <li key={path}>
              <PathText>{path}</PathText>
              <IconButton label={`Leave out ${path}`} small onPress={() => onChange(paths.filter((one) => one !== path))}>
                {icons.close}
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      <Note small>Or drop them on the window. Text up to 1 MiB a file is kept; of anything else name, size and digest. Links and folders that tools make are passed by.</Note>
    </div>
  );
}
