import { ButtonLink, Row } from "../../kit";
import { ProgressOf } from "./ProgressOf";
import { useRunningImports } from "./progress";

/** Imports at work, on the screen one came back to. */
export function Running() {
  return useRunningImports().map((progress) => (
    <div key={progress.import_id}>
      <ProgressOf progress={progress} />
      <Row>
        <ButtonLink to={`/import/${progress.import_id}`} kind="quiet" small>
          Watch it
        </ButtonLink>
      </Row>
    </div>
  ));
}
