import { useState, type ReactNode } from "react";
import { Page, PageBody, Tabs } from "../../kit";
import { ByFile } from "./ByFile";
import { ByHand } from "./ByHand";
import { ByList } from "./ByList";

type Way = "hand" | "list" | "file";

/** Adds candidates: one by hand, a pasted list, a CSV file. */
export function NewCandidatesScreen() {
  const [way, setWay] = useState<Way>("hand");
  return (
    <Page title="Add candidates" crumbs={[{ label: "Candidates", to: "/candidates" }]} lead="GitHub data comes in under Import.">
      <Tabs
        label="Ways to add"
        selected={way}
        onSelect={setWay}
        items={[
          { id: "hand", label: "By hand", content: <Panel><ByHand /></Panel> },
          { id: "list", label: "Paste a list", content: <Panel><ByList /></Panel> },
          { id: "file", label: "From a CSV file", content: <Panel><ByFile /></Panel> },
        ]}
      />
    </Page>
  );
}

function Panel({ children }: { children: ReactNode }) {
  return <PageBody>{children}</PageBody>;
}
