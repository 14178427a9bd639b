import type { ReactNode } from "react";
import type { PlanVersion } from "../generated/bindings";
import { Select } from "../kit";

/** Under which version of the plan something is shown; nothing where there is only one. `null` is the version in use. */
export function PlanVersionSelect({ versions, shown, onVersion }: { versions: PlanVersion[]; shown: number; onVersion: (version: number | null) => void }): ReactNode {
  if (versions.length < 2) return null;
  const latest = Math.max(...versions.map((v) => v.version));
  return (
    <Select
      label="Plan version"
      value={String(shown)}
      onChange={(next) => onVersion(Number(next) === latest ? null : Number(next))}
      options={versions.map((v) => ({ id: String(v.version), label: `Version ${v.version}`, hint: v.version === latest ? "in use" : v.reason }))}
    />
  );
}
