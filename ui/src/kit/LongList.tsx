import type { ReactNode } from "react";
import { Collection, Header, ListBox, ListBoxItem, ListBoxLoadMoreItem, ListBoxSection, ListLayout, Virtualizer } from "react-aria-components";
import { classes } from "./classes";
import styles from "./LongList.module.css";

/** A row of a long list: what it is called for those who hear it, and how it looks (two lines). */
export type LongListItem = { id: string; text: string; content: ReactNode };
/** Rows under a heading; without a title they stand alone. */
export type LongListGroup = { id: string; title?: string; items: LongListItem[] };

/**
 * A list of which one is chosen, however long: only the rows in sight are built, more are asked for at its end. The arrow
 * keys walk and choose.
 */
export function LongList({ label, groups, chosen, onChoose, onMore, isLoading = false, className }: { label: string; groups: LongListGroup[]; chosen: string | null; onChoose: (id: string) => void; onMore?: () => void; isLoading?: boolean; className?: string }) {
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: 44, headingHeight: 28, loaderHeight: 32 }}>
      <ListBox
        aria-label={label}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={chosen === null ? [] : [chosen]}
        onSelectionChange={(keys) => keys !== "all" && keys.size > 0 && onChoose(String([...keys][0]))}
        className={classes(styles.list, className)}
      >
        {groups.map((group) =>
          group.title === undefined ? (
            <Collection key={group.id} items={group.items}>
              {item}
            </Collection>
          ) : (
            <ListBoxSection key={group.id} id={`section-${group.id}`}>
              <Header className={styles.heading}>{group.title}</Header>
              <Collection items={group.items}>{item}</Collection>
            </ListBoxSection>
          ),
        )}
        {onMore && (
          <ListBoxLoadMoreItem onLoadMore={onMore} isLoading={isLoading} className={styles.more}>
            Reading more…
          </ListBoxLoadMoreItem>
        )}
      </ListBox>
    </Virtualizer>
  );
}

function item({ id, text, content }: LongListItem) {
  return (
    <ListBoxItem key={id} id={id} textValue={text} className={styles.item}>
      {content}
    </ListBoxItem>
  );
}
