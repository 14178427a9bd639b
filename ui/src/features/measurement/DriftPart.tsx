import type { ReactNode } from "react";
import type { DriftFigures } from "../../generated/bindings";
import { useRead } from "../../app/queries";
import { count } from "../../app/words";
import { ButtonLink, EmptyState, Loaded, Note, PageBody, Scroll, Section, Stack } from "../../kit";
import { DotPlot } from "../../kit/charts/DotPlot";
import { Figure } from "../../kit/charts/Figure";
import { aroundNought } from "../../kit/charts/scale";
import { driftRows, driftTable, effectsOf, unknownText } from "./drift";
import { PartHead } from "./PartHead";

/** Whether severity moved: over the interviews, by the candidate before, over the marking, after the debrief. */
export function DriftPart({ roleId }: { roleId: string }): ReactNode {
  const query = useRead("measureDrift", [roleId]);
  return (
    <Loaded query={query} rows={6}>
      {(found) => (
        <Scroll>
          {found.all.interviews === 0 && found.left_out.closed === 0 ? (
            <EmptyState title="Nothing to see drift in yet" action={<ButtonLink to={`/roles/${roleId}?tab=interviews`}>Go to the interviews</ButtonLink>}>
              Whether scores grew stricter or milder shows from five interviews on whose candidate somebody else rated too.
            </EmptyState>
          ) : (
            <PageBody>
              <PartHead sentence={found.all.sentence} leftOut={found.left_out}><Note>{found.basis}</Note></PartHead>
              <Effects title="All raters together" figures={found.all} />
              {found.own ? <Effects title="You alone" sentence={found.own.sentence} figures={found.own} /> : <Section title="You alone"><Note>You have rated nobody here whom somebody else rated too.</Note></Section>}
            </PageBody>
          )}
        </Scroll>
      )}
    </Loaded>
  );
}

function Effects({ title, sentence, figures }: { title: string; sentence?: string; figures: DriftFigures }): ReactNode {
  const effects = effectsOf(figures);
  const known = effects.filter((one) => one.effect !== null);
  const unknown = unknownText(effects);
  const note = [sentence, `From ${count(figures.interviews, "interview")}.`].filter(Boolean).join(" ");
  if (known.length === 0) return <Section title={title} note={note}><Note>{unknown}</Note></Section>;
  return (
    <Stack tight>
      <Figure main title={title} note={note} table={driftTable(effects)}>
        <DotPlot label={`Drift, ${title.toLowerCase()}`} nameHead="What moved" rows={driftRows(known)} domain={aroundNought(known.flatMap((one) => one.effect?.interval ?? []), 0.5)} heads={["Points (95% interval)"]} zero={{ left: "below nought", right: "above nought" }} />
      </Figure>
      {unknown && <Note small>{unknown}</Note>}
    </Stack>
  );
}
