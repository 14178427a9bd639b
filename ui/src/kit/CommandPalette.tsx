import type { ReactNode } from "react";
import { Autocomplete, Dialog, Header, Input, Menu, MenuItem, MenuSection, Modal, ModalOverlay, SearchField } from "react-aria-components";
import styles from "./CommandPalette.module.css";

/** One line of the palette: its words, what they were found in, what sort of thing it is. */
export type Command = { id: string; label: string; detail?: ReactNode; sort?: string; run: () => void };

type Props = {
  label: string;
  fieldLabel: string;
  placeholder: string;
  text: string;
  onText: (text: string) => void;
  onClose: () => void;
  /** Groups without commands are left out. */
  groups: { title: string; commands: Command[] }[];
};

/** One field over everything that can be gone to or done; arrows choose, Enter does it, Escape closes. */
export function CommandPalette({ label, fieldLabel, placeholder, text, onText, onClose, groups }: Props) {
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={(open) => !open && onClose()} className={styles.overlay}>
      <Modal className={styles.modal}>
        <Dialog aria-label={label} className={styles.dialog}>
          <Autocomplete inputValue={text} onInputChange={onText}>
            <SearchField aria-label={fieldLabel} autoFocus className={styles.search}>
              <Input className={styles.input} placeholder={placeholder} />
            </SearchField>
            <Menu aria-label="Found" className={styles.list} renderEmptyState={() => <p className={styles.empty}>Nothing found for “{text.trim()}”.</p>}>
              {groups.filter((group) => group.commands.length > 0).map((group) => (
                <MenuSection key={group.title}>
                  <Header className={styles.header}>{group.title}</Header>
                  {group.commands.map((command) => (
                    <CommandLine key={command.id} command={command} onClose={onClose} />
                  ))}
                </MenuSection>
              ))}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function CommandLine({ command, onClose }: { command: Command; onClose: () => void }) {
  const run = () => {
    onClose();
    command.run();
  };
  return (
    <MenuItem id={command.id} textValue={command.label} className={styles.item} onAction={run}>
      <span>{command.label}</span>
      {command.detail && <span className={styles.snippet}>{command.detail}</span>}
      {command.sort && <span className={styles.noun}>{command.sort}</span>}
    </MenuItem>
  );
}
