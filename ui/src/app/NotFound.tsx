import { ButtonLink, EmptyState } from "../kit";

/** An address that leads nowhere. */
export function NotFound() {
  return (
    <EmptyState title="There is no such place here" action={<ButtonLink to="/today">Go to Today</ButtonLink>}>
      The address may come from an older version, or from another workspace.
    </EmptyState>
  );
}
