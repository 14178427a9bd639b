import { useState } from "react";
import { Columns, RadioGroup, TextField } from "../../kit";
import { DEPTHS, GITHUB, repositoriesProblem, type Form } from "./order";

/** Whose account, how much of it, and where. */
export function OrderFields({ form, onChange }: { form: Form; onChange: (change: Partial<Form>) => void }) {
  return (
    <>
      <Columns>
        <TextField label="Login" value={form.login} onChange={(login) => onChange({ login })} autoFocus autoComplete="off" placeholder="octocat" />
        <TextField label="Repositories to look into first" value={form.repositories} onChange={(repositories) => onChange({ repositories })} placeholder="owner/name, owner/name" description="Empty: the pinned ones, then those last worked on" error={repositoriesProblem(form.repositories)} />
        <ServerField key={form.api} api={form.api} onChange={(api) => onChange({ api })} />
      </Columns>
      <RadioGroup label="How much" value={form.depth} onChange={(depth) => onChange({ depth })} options={DEPTHS} />
    </>
  );
}

/** Told once it is written: for each server the keyring is asked whether it holds a token. */
function ServerField({ api, onChange }: { api: string; onChange: (api: string) => void }) {
  const [text, setText] = useState(api);
  const told = text.trim() || GITHUB;
  return <TextField label="Server" value={text} onChange={setText} onBlur={() => told !== api && onChange(told)} placeholder={GITHUB} mono description="GitHub Enterprise: https://HOST/api/v3" />;
}
