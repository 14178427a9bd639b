import type { ReactNode } from "react";
import { count } from "../../app/words";
import type { ErasurePreview, NamingWord, WordKind } from "../../generated/bindings";
import { Checkbox, Note } from "../../kit";
import styles from "./NamedElsewhere.module.css";

const KINDS: Record<WordKind, string> = { name: "name", login: "login", address: "address" };

/** What was chosen against what an erasure does by itself: ordinary words that stay, and words of others too that go. */
export type Chosen = { leave: string[]; take: string[] };

/** By which words a candidate is named in texts about others, what is taken out of them, and which of them are only ordinary words. */
export function NamedElsewhere({ preview, chosen, onChoose }: { preview: ErasurePreview; chosen: Chosen; onChoose: (chosen: Chosen) => void }): ReactNode {
  const choose = (of: keyof Chosen, word: string, yes: boolean) => onChoose({ ...chosen, [of]: yes ? [...chosen[of], word] : chosen[of].filter((one) => one !== word) });
  return (
    <section className={styles.elsewhere} aria-label="Texts about others">
      <p>{howMany(preview.texts)}</p>
      {preview.words.length > 0 && (
        <ul className={styles.words}>
          {preview.words.map((one) => (
            <li key={`${one.kind} ${one.word}`}>
              <Word one={one} isLeft={chosen.leave.includes(one.word)} isTaken={chosen.take.includes(one.word)} onLeave={(left) => choose("leave", one.word, left)} onTake={(taken) => choose("take", one.word, taken)} />
            </li>
          ))}
        </ul>
      )}
      <Note small>What interviewers wrote is changed too and not counted here, since some of it may be closed to you.</Note>
      {preview.too_short.length > 0 && <Note small>Not looked for, since they could be ordinary words: {preview.too_short.join(", ")}. Search for them, and change those texts by hand.</Note>}
    </section>
  );
}

/** How many texts lose a word. */
export function howMany(texts: number): string {
  if (texts === 0) return "No text about others names them.";
  return texts === 1 ? "One text about others names them; the words are taken out of it." : `${count(texts, "text")} about others name them; the words are taken out of them.`;
}

function Word({ one, isLeft, isTaken, onLeave, onTake }: { one: NamingWord; isLeft: boolean; isTaken: boolean; onLeave: (left: boolean) => void; onTake: (taken: boolean) => void }): ReactNode {
  return (
    <>
      <span className={styles.text}>{one.word}</span>
      <span className={styles.kind}>{KINDS[one.kind]}</span>
      <span className={styles.texts}>{one.borne ? "stays: somebody else here has it too" : one.texts === 0 ? "in no text" : count(one.texts, "text")}</span>
      {one.borne && (
        <div className={styles.more}>
          <Checkbox isSelected={isTaken} onChange={onTake}>{`Take “${one.word}” out all the same, of texts about them too`}</Checkbox>
        </div>
      )}
      {one.may_stay && !one.borne && one.texts > 0 && (
        <div className={styles.more}>
          {one.examples.map((at, index) => (
            <p key={index} className={styles.example}>… {at.before}<mark>{at.word}</mark>{at.after} …</p>
          ))}
          <Checkbox isSelected={isLeft} onChange={onLeave}>{`Leave “${one.word}” there: it is no name`}</Checkbox>
        </div>
      )}
    </>
  );
}
