import type { ReactNode } from "react";
import type { RoleId, Stage } from "../generated/bindings";
import { useRead } from "./queries";
import { stageTitle } from "./stages";

/** What a role calls its stages, for places that show no whole role. Every role is read once. */
export function useStageTitle(roleId: RoleId): (stage: Stage) => string {
  const pipeline = useRead("roleShow", [roleId]).data?.pipeline ?? [];
  return (stage) => stageTitle(pipeline, stage);
}

/** A stage as its role calls it. */
export function StageName({ roleId, stage }: { roleId: RoleId; stage: Stage }): ReactNode {
  return useStageTitle(roleId)(stage);
}
