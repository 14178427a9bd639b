import { useDeferredValue, useState } from "react";
import { Dialog as AriaDialog, Autocomplete, Input, Menu, MenuItem, MenuSection, Header, Modal, ModalOverlay, SearchField } from "react-aria-components";
import type { WorkspaceInfo } from "../generated/bindings";
import { Snippet } from "./Snippet";
import styles from "./Palette.module.css";
import { paletteActions, pathOfHit } from "./paletteItems";
import { useRead } from "./queries";
import { goTo, useLeaveWorkspace } from "./session";

/** One field over everything: places, actions, and what is found in the workspace. */
export function PaletteDialog({ workspace, onClose }: { workspace: WorkspaceInfo; onClose: () => void }) {
  const [text, setText] = useState("");
  const asked = useDeferredValue(text.trim());
  const hits = useRead("search", [asked], { enabled: asked.length > 1, keepPrevious: true });
  const leave = useLeaveWorkspace();
  const actions = paletteActions(text, () => leave.mutate([]));
  const found = asked.length > 1 ? (hits.data ?? []) : [];
  const run = (action: () => void) => {
    onClose();
    action();
  };
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={(open) => !open && onClose()} className={styles.overlay}>
      <Modal className={styles.modal}>
        <AriaDialog aria-label={`Search ${workspace.name}`} className={styles.dialog}>
          <Autocomplete inputValue={text} onInputChange={setText}>
            <SearchField aria-label="Search candidates, roles, rubrics and actions" autoFocus className={styles.search}>
              <Input className={styles.input} placeholder="Find a candidate, a role, a place, an action" />
            </SearchField>
            <Menu aria-label="Found" className={styles.list} renderEmptyState={() => <p className={styles.empty}>Nothing found for “{text.trim()}”.</p>}>
              {found.length > 0 && (
                <MenuSection>
                  <Header className={styles.header}>In this workspace</Header>
                  {found.map((hit, index) => (
                    <MenuItem key={`${hit.id}-${index}`} id={`${hit.id}-${index}`} textValue={hit.title} className={styles.item} onAction={() => run(() => goTo(pathOfHit(hit)))}>
                      <span>{hit.title}</span>
                      <span className={styles.snippet}>
                        <Snippet text={hit.snippet} />
                      </span>
                      <span className={styles.noun}>{hit.noun}</span>
                    </MenuItem>
                  ))}
                </MenuSection>
              )}
              {actions.length > 0 && (
                <MenuSection>
                  <Header className={styles.header}>Places and actions</Header>
                  {actions.map((action) => (
                    <MenuItem key={action.id} id={action.id} textValue={action.label} className={styles.item} onAction={() => run(action.run)}>
                      {action.label}
                    </MenuItem>
                  ))}
                </MenuSection>
              )}
            </Menu>
          </Autocomplete>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
