import { Note, Section } from "../../kit";

/** What GitHub's terms ask of whoever takes personal data from it. */
export function Terms() {
  return (
    <Section title="What GitHub asks of you">
      <Note>
        Personal data may be used only for the purpose that the person has authorised. Do not sell it, do not send bulk mail, and answer promptly where somebody asks to be removed or not to be contacted: erasing a candidate takes everything of theirs out of this workspace.
      </Note>
    </Section>
  );
}
