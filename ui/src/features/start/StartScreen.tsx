import { useState } from "react";
import type { Created } from "../../generated/bindings";
import { useRead } from "../../app/queries";
import { Loaded } from "../../kit";
import { usePlace } from "../../kit/place";
import { CreateForm } from "./CreateForm";
import { OpenForm } from "./OpenForm";
import { RecoveryCode } from "./RecoveryCode";
import { SampleCard } from "./SampleCard";
import styles from "./Start.module.css";

/** The first screen: start empty, explore the sample, open a workspace. */
export function StartScreen() {
  usePlace("Assay", []);
  const start = useRead("appStart", []);
  const [created, setCreated] = useState<Created | null>(null);
  return (
    <main className={styles.screen}>
      <div className={styles.inner}>
        {created ? (
          <RecoveryCode created={created} />
        ) : (
          <>
            <header>
              <h1 className={styles.name}>Assay</h1>
              <p className={styles.lead}>Structured hiring on this computer. Everything stays in one encrypted folder; nothing needs a network.</p>
            </header>
            <Loaded query={start}>
              {(data) => (
                <div className={styles.ways}>
                  {data.recents.length > 0 && <OpenForm recents={data.recents} />}
                  <div className={styles.side}>
                    <CreateForm folder={data.suggested_folder} onCreated={setCreated} />
                    <SampleCard passphrase={data.sample_passphrase} />
                  </div>
                  {data.recents.length === 0 && <OpenForm recents={[]} />}
                </div>
              )}
            </Loaded>
          </>
        )}
      </div>
    </main>
  );
}
