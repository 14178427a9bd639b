import { useState } from "react";
import { emptyProvenance, ProvenanceFields } from "../../app/ProvenanceFields";
import { useWrite } from "../../app/queries";
import { TermsNote } from "../../app/TermsNote";
import type { CapturePlan } from "../../generated/bindings";
import { Button, Checkbox, ErrorState, Page, PageBody, Section } from "../../kit";
import { Captures } from "./Captures";
import { EMPTY, orderOf, repositoriesProblem, type Form } from "./order";
import { OrderFields } from "./OrderFields";
import { PlanView } from "./PlanView";
import { TokenFields } from "./TokenFields";
import { UnfinishedList } from "./UnfinishedList";

/** Takes a GitHub account along. Nothing is asked of the network before a button is pressed: first the cost, then the capture. */
export function CaptureScreen() {
  const [form, setForm] = useState<Form>(EMPTY);
  const [provenance, setProvenance] = useState(emptyProvenance("github", "public-profile"));
  const [keepArchive, setKeepArchive] = useState(false);
  const [plan, setPlan] = useState<CapturePlan | null>(null);
  const ask = useWrite("capturePlan", { quietErrors: true, onDone: setPlan });
  const begun = () => {
    setForm(EMPTY);
    setPlan(null);
  };
  const start = useWrite("captureStart", { quietErrors: true, onDone: begun });
  // A plan holds for the order it was made for only.
  const change = (part: Partial<Form>) => {
    setForm({ ...form, ...part });
    setPlan(null);
    ask.reset();
    start.reset();
  };
  const isReady = form.login.trim() !== "" && repositoriesProblem(form.repositories) === null;
  const error = start.error ?? ask.error;
  return (
    <Page
      title="Capture from GitHub"
      crumbs={[{ label: "Import", to: "/import" }]}
      lead="Takes an account along before you go offline. This is the only screen that uses the network, and only when you press the button."
      actions={
        plan ? (
          <Button kind="main" onPress={() => start.mutate([{ order: orderOf(form), provenance, candidate_id: null, keep_archive: keepArchive }])} isPending={start.isPending}>
            {`Take it: at most ${plan.requests} requests`}
          </Button>
        ) : (
          <Button kind="main" onPress={() => ask.mutate([orderOf(form)])} isPending={ask.isPending} isDisabled={!isReady}>
            {ask.isPending ? "Asking GitHub…" : "Show what it costs"}
          </Button>
        )
      }
    >
      <PageBody>
        <Captures />
        <UnfinishedList onGoOn={(one) => change({ login: one.login, api: one.api, depth: one.depth })} />
        {error && <ErrorState inset message={error.message} hint={error.hint} />}
        {plan && <PlanView plan={plan} />}
        <Section title="What to take">
          <OrderFields form={form} onChange={change} />
        </Section>
        <TokenFields api={form.api} token={form.token} onChange={(token) => change({ token })} />
        <Section title="Where it comes from" note="Asked once, kept with every record, shown with each candidate; you are told before it runs out.">
          <ProvenanceFields value={provenance} onChange={setProvenance} />
          <TermsNote />
          <Checkbox isSelected={keepArchive} onChange={setKeepArchive}>
            Keep the archive on this machine, not encrypted, after it was taken in
          </Checkbox>
        </Section>
      </PageBody>
    </Page>
  );
}
