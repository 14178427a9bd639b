import { save as saveDialog } from "@tauri-apps/plugin-dialog";
import type { ReactNode } from "react";
import { useWrite } from "../../app/queries";
import type { ExportRequest } from "../../generated/bindings";
import { Button } from "../../kit";
import { endingOf } from "./ending";

/** Something that can be saved as data: its words, what is asked for, the file's name and kinds. */
export type DataFile = { label: string; request: ExportRequest; name: string; endings: ("csv" | "json")[] };

/** Saves data for other programs. */
export function ExportButtons({ files }: { files: DataFile[] }): ReactNode {
  return files.flatMap((file) => file.endings.map((ending) => <ExportButton key={`${file.name}.${ending}`} file={file} ending={ending} />));
}

function ExportButton({ file, ending }: { file: DataFile; ending: "csv" | "json" }): ReactNode {
  const write = useWrite("exportSave", { said: (rows) => `Saved: ${rows} ${rows === 1 ? "row" : "rows"}.` });
  const choose = async () => {
    const path = await saveDialog({ title: `Save ${file.label.toLowerCase()}`, defaultPath: `${file.name}.${ending}`, filters: [{ name: ending.toUpperCase(), extensions: [ending] }] });
    if (path) write.mutate([file.request, endingOf(path, ending)]);
  };
  return (
    <Button small isPending={write.isPending} onPress={() => void choose()}>
      {file.label} as {ending.toUpperCase()}…
    </Button>
  );
}
