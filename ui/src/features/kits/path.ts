/** The address of a kit: its id and its version. Pure. */
import type { KitName } from "../../generated/bindings";

/** "/kits/code-review@1" */
export function kitPath(name: KitName): string {
  return `/kits/${name.id}@${name.version}`;
}

/** Reads what stands after "/kits/"; null where no version is named. */
export function parseKitPath(splat: string): KitName | null {
  const found = /^([a-z0-9-]+)@(\d+)$/.exec(splat);
  return found?.[1] ? { id: found[1], version: Number(found[2]) } : null;
}
