import type { ReactNode } from "react";
import { Cell, Checkbox, Column, Row, type Selection, Table as AriaTable, TableBody, TableHeader, TableLayout, TableLoadMoreItem, Virtualizer } from "react-aria-components";
import { classes } from "./classes";
import { icons } from "./icons";
import box from "./Checkbox.module.css";
import styles from "./Table.module.css";

export type TableColumn<T> = {
  id: string;
  title: string;
  render: (row: T) => ReactNode;
  /** The column that names the row. */
  isRowHeader?: boolean;
  sortable?: boolean;
  align?: "start" | "end";
  /** As narrow as its content, on one line: the other columns share the rest; "wide" only where there is room (not in a virtual table). */
  fit?: boolean | "wide";
  /** Pixels, or a share of the rest as "2fr"; only in a virtual table. */
  width?: number | `${number}fr`;
  /** Pixels below which it is never narrowed. */
  minWidth?: number;
};

export type Sort = { column: string; descending: boolean };

export type TableProps<T extends { id: string }> = {
  label: string;
  rows: T[];
  columns: TableColumn<T>[];
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  /** Called by a click on a row, or Enter. */
  onOpen?: (row: T) => void;
  /** The row whose explanation is open. */
  openId?: string | null;
  /** Rows that are chosen, each by a box before it; one in the heading chooses all. */
  selected?: ReadonlySet<string>;
  onSelect?: (selected: ReadonlySet<string>) => void;
  /** Long lists: only the rows in sight are built, in the height that is left. */
  virtual?: boolean;
  rowHeight?: number;
  onLoadMore?: () => void;
  isLoadingMore?: boolean;
  /** Cells may break into lines (not in a virtual table). */
  wrap?: boolean;
  /** Without the page's side margin. */
  inset?: boolean;
  empty?: ReactNode;
};

/** A table one walks with the arrow keys; a heading sorts, Enter opens a row. */
export function Table<T extends { id: string }>(props: TableProps<T>) {
  const { label, rows, columns, sort, onSort, onOpen, openId, selected, onSelect, virtual, rowHeight = 32, onLoadMore, isLoadingMore = false, wrap, inset, empty } = props;
  const table = (
    <AriaTable
      aria-label={label}
      className={classes(styles.table, virtual && styles.scroll)}
      sortDescriptor={sort && { column: sort.column, direction: sort.descending ? "descending" : "ascending" }}
      onSortChange={(next) => onSort?.({ column: String(next.column), descending: next.direction === "descending" })}
      onRowAction={onOpen && ((key) => openRow(rows, String(key), onOpen))}
      selectionMode={onSelect ? "multiple" : "none"}
      selectedKeys={onSelect && selected}
      onSelectionChange={(keys) => onSelect?.(keysOf(keys, rows))}
    >
      <TableHeader>
        {onSelect && (
          <Column width={40} minWidth={40} className={classes(styles.column, styles.first, styles.choose)}>
            <SelectBox />
          </Column>
        )}
        {columns.map((column, index) => (
          <Column key={column.id} id={column.id} isRowHeader={column.isRowHeader} allowsSorting={column.sortable} defaultWidth={column.width} minWidth={column.minWidth} style={virtual ? undefined : { minWidth: column.minWidth }} className={classes(styles.column, edge(index + (onSelect ? 1 : 0), columns.length + (onSelect ? 1 : 0)), column.align === "end" && styles.end)}>
            {({ sortDirection }) => (
              <span className={styles.heading}>
                {column.title}
                {sortDirection && (sortDirection === "ascending" ? icons.up : icons.down)}
              </span>
            )}
          </Column>
        ))}
      </TableHeader>
      <TableBody renderEmptyState={() => empty}>
        {rows.map((row) => (
          <Row key={row.id} id={row.id} className={classes(styles.row, openId === row.id && styles.chosen)}>
            {onSelect && (
              <Cell className={classes(styles.cell, styles.first, styles.choose)}>
                <SelectBox />
              </Cell>
            )}
            {columns.map((column, index) => (
              <Cell key={column.id} className={classes(styles.cell, edge(index + (onSelect ? 1 : 0), columns.length + (onSelect ? 1 : 0)), column.align === "end" && styles.end, column.fit && (column.fit === "wide" ? styles.fitWide : styles.fit))}>
                {column.render(row)}
              </Cell>
            ))}
          </Row>
        ))}
        {onLoadMore && (
          <TableLoadMoreItem onLoadMore={onLoadMore} isLoading={isLoadingMore} className={styles.more}>
            Reading more…
          </TableLoadMoreItem>
        )}
      </TableBody>
    </AriaTable>
  );
  return (
    <div className={classes(styles.frame, virtual && styles.fill, wrap && styles.wrap, inset && styles.inset)}>
      {virtual ? (
        <Virtualizer layout={TableLayout} layoutOptions={{ rowHeight, headingHeight: 32 }}>
          {table}
        </Virtualizer>
      ) : (
        table
      )}
    </div>
  );
}

/** The box that chooses a row, or all; its name comes from the table. */
function SelectBox() {
  return (
    <Checkbox slot="selection" className={box.row}>
      <span className={box.box}>{icons.check}</span>
    </Checkbox>
  );
}

function keysOf<T extends { id: string }>(keys: Selection, rows: T[]): ReadonlySet<string> {
  return keys === "all" ? new Set(rows.map((row) => row.id)) : new Set([...keys].map(String));
}

/** The first and the last column keep the page's margin. */
function edge(index: number, columns: number) {
  return classes(index === 0 && styles.first, index === columns - 1 && styles.last);
}

function openRow<T extends { id: string }>(rows: T[], id: string, onOpen: (row: T) => void) {
  const row = rows.find((candidate) => candidate.id === id);
  if (row) onOpen(row);
}
