import type { ReactNode } from "react";
import { useWrite } from "../../app/queries";
import { savePath } from "../../app/savePath";
import { count } from "../../app/words";
import type { ExportRequest } from "../../generated/bindings";
import { Button } from "../../kit";

/** Something that can be saved as data: its words, what is asked for, the file's name and kinds. */
export type DataFile = { label: string; request: ExportRequest; name: string; endings: ("csv" | "json")[] };

/** Saves data for other programs. */
export function ExportButtons({ files }: { files: DataFile[] }): ReactNode {
  return files.flatMap((file) => file.endings.map((ending) => <ExportButton key={`${file.name}.${ending}`} file={file} ending={ending} />));
}

function ExportButton({ file, ending }: { file: DataFile; ending: "csv" | "json" }): ReactNode {
  const write = useWrite("exportSave", { said: (rows) => `Saved: ${count(rows, "row")}.` });
  const choose = async () => {
    const path = await savePath(`Save ${file.label.toLowerCase()}`, file.name, ending, ending.toUpperCase());
    if (path) write.mutate([file.request, path]);
  };
  return (
    <Button small isPending={write.isPending} onPress={() => void choose()}>
      {file.label} as {ending.toUpperCase()}…
    </Button>
  );
}
