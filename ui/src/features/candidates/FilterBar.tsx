import { useRead } from "../../app/queries";
import { optionsOf, SOURCES, STAGES } from "../../app/words";
import { Button, Select, TextField, type Option } from "../../kit";
import styles from "./Candidates.module.css";
import { isFiltered, NO_FILTER, type Filter } from "./filter";

const ANY = "any";

/** Search and filters over the list. */
export function FilterBar({ filter, onChange, languages }: { filter: Filter; onChange: (filter: Filter) => void; languages: string[] }) {
  const roles = useRead("roleList", []);
  const set = (part: Partial<Filter>) => onChange({ ...filter, ...part });
  return (
    <div className={styles.filters} role="search" aria-label="Candidates">
      <TextField label="Search" hideLabel type="search" value={filter.text} onChange={(text) => set({ text })} placeholder="Search names, repositories, READMEs, notes" />
      <Any label="Source" value={filter.source} options={optionsOf(SOURCES)} onChange={(source) => set({ source })} />
      <Any label="Stage" value={filter.stage} options={optionsOf(STAGES)} onChange={(stage) => set({ stage })} />
      <Any label="Role" value={filter.role_id} options={(roles.data ?? []).map((role) => ({ id: role.id, label: role.title }))} onChange={(role_id) => set({ role_id })} />
      <Any label="Language" value={filter.language} options={languages.map((language) => ({ id: language, label: language }))} onChange={(language) => set({ language })} />
      <Button kind="quiet" isDisabled={!isFiltered(filter)} onPress={() => onChange(NO_FILTER)}>
        Clear
      </Button>
    </div>
  );
}

function Any<T extends string>({ label, value, options, onChange }: { label: string; value: T | null; options: Option<T>[]; onChange: (value: T | null) => void }) {
  const all: Option<T | typeof ANY>[] = [{ id: ANY, label: `Any ${label.toLowerCase()}` }, ...options];
  return <Select label={label} hideLabel value={value ?? ANY} options={all} onChange={(id) => onChange(id === ANY ? null : id)} />;
}
