import { Disclosure, Note, PathText } from "../kit";
import { useRead } from "./queries";
import styles from "./TermsNote.module.css";

/** What GitHub's terms ask of whoever holds people's data from it; stands where such data is taken in. */
export function TermsNote() {
  const terms = useRead("importTerms", []);
  if (!terms.data) return null;
  const { title, points, address } = terms.data;
  return (
    <Disclosure title={title}>
      <ul className={styles.terms}>
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      <Note small>
        In our words, after <PathText>{address}</PathText>
      </Note>
    </Disclosure>
  );
}
