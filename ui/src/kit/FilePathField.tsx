import { open } from "@tauri-apps/plugin-dialog";
import { Button } from "./Button";
import { Row } from "./Layout";
import layout from "./layout.module.css";
import { TextField } from "./TextField";

type Props = {
  label: string;
  /** The title of the system's dialog. */
  dialog: string;
  /** What is looked for: a folder, or a file whose name ends in one of these. */
  wanted: "folder" | { name: string; extensions: string[] };
  value: string;
  onChange: (path: string) => void;
  /** Reads the file: at once where it is chosen; where it is typed by Enter or the button, also the same one again. */
  onRead?: (path: string) => void;
  placeholder?: string;
};

/** The path of a file or a folder: typed, or chosen in the system's dialog. */
export function FilePathField({ label, dialog, wanted, value, onChange, onRead, placeholder }: Props) {
  const read = (path: string) => path.trim() !== "" && onRead?.(path.trim());
  const choose = async () => {
    const picked = await open(wanted === "folder" ? { title: dialog, directory: true, defaultPath: value || undefined } : { title: dialog, filters: [wanted] });
    if (typeof picked !== "string") return;
    onChange(picked);
    read(picked);
  };
  return (
    <Row end>
      <div className={layout.grow}>
        <TextField label={label} value={value} onChange={onChange} onSubmit={onRead && (() => read(value))} mono placeholder={placeholder} />
      </div>
      <Button onPress={() => void choose()}>Choose…</Button>
      {onRead && (
        <Button onPress={() => read(value)} isDisabled={value.trim() === ""}>
          Read file
        </Button>
      )}
    </Row>
  );
}
