import { useId, type ReactNode } from "react";
import type { ScaleMirror } from "../../generated/bindings";
import { useRead } from "../../app/queries";
import { count } from "../../app/words";
import { ButtonLink, EmptyState, Loaded, Note, Page, PageBody, Section } from "../../kit";
import { PlainTable } from "../../kit/charts/PlainTable";
import { HeatMap } from "../../kit/charts/HeatMap";
import { ConsistencySection } from "./ConsistencySection";
import { figuresTable, levelRow, severitySentence } from "./mirror";

/** How the person at the keyboard rates: for them alone. */
export function MirrorScreen(): ReactNode {
  const query = useRead("measureMirror", [null]);
  return (
    <Page title="Your own mirror" lead="How you rate, over all roles: how strict, how spread, how near the others. Nobody but you sees it.">
      <Loaded query={query} rows={6}>
        {(mirror) =>
          mirror.scales.length === 0 ? (
            <>
              <EmptyState title="Nothing to show yet" action={<ButtonLink to="/today">Go to Today</ButtonLink>}>
                <p>{mirror.sentence}</p>
                {mirror.left_out.sentence && <p>{mirror.left_out.sentence}</p>}
              </EmptyState>
              <PageBody><ConsistencySection /></PageBody>
            </>
          ) : (
            <PageBody>
              {mirror.left_out.sentence && <Note>{mirror.left_out.sentence}</Note>}
              {mirror.scales.map((scale) => <OneScale key={scale.levels} scale={scale} />)}
              <ConsistencySection />
            </PageBody>
          )
        }
      </Loaded>
    </Page>
  );
}

function OneScale({ scale }: { scale: ScaleMirror }): ReactNode {
  const id = useId();
  const title = `Rubrics with ${count(scale.levels, "level")}`;
  return (
    <Section title={title} note={`${severitySentence(scale.own)} From ${count(scale.interviews, "scorecard")} of yours.`}>
      <HeatMap label="How often you gave each level" corner="Level" columns={scale.used.map((_, i) => ({ id: String(i + 1), name: String(i + 1) }))} rows={[levelRow(scale.used)]} />
      <span id={id} className="visually-hidden">Your figures, {title.toLowerCase()}</span>
      <PlainTable labelledBy={id} table={figuresTable(scale.own, scale.others)} />
      {!scale.others && <Note small>The others' medians stand beside yours from four of them on, so that nobody is made out; here there are {scale.other_raters}.</Note>}
    </Section>
  );
}
