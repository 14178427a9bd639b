import { useState, type ReactNode } from "react";
import type { Audience, KitFile, KitName } from "../../generated/bindings";
import { classes } from "../../kit";
import { Button as PlainButton } from "../../kit/PlainButton";
import { FileText } from "./FileText";
import styles from "./Kit.module.css";

const AUDIENCES: Record<Audience, string> = {
  candidate: "For the candidate",
  clue: "For the candidate, when a clue is released",
  interviewer: "For interviewers and markers only",
  maker: "How the materials were made",
};
const ORDER: Audience[] = ["candidate", "clue", "interviewer", "maker"];

/** Every file of the kit by who gets it, and the chosen one to read. */
export function Materials({ files, name }: { files: KitFile[]; name: KitName }): ReactNode {
  const [chosen, setChosen] = useState(() => files[0]?.path ?? null);
  return (
    <div className={styles.materials}>
      <div className={styles.files}>
        {ORDER.map((audience) => {
          const own = files.filter((file) => file.audience === audience);
          if (own.length === 0) return null;
          return (
            <section key={audience} aria-label={AUDIENCES[audience]}>
              <h3>{AUDIENCES[audience]}</h3>
              <ul>
                {own.map((file) => (
                  <li key={file.path}>
                    <PlainButton className={classes(styles.name, file.path === chosen && styles.chosen)} aria-pressed={file.path === chosen} onPress={() => setChosen(file.path)}>
                      {file.path.split("/").slice(1).join("/")}
                    </PlainButton>
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </div>
      {chosen !== null && <FileText key={chosen} name={name} path={chosen} />}
    </div>
  );
}
