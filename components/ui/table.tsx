import type { ReactNode } from 'react'

import { classes } from './classes'

export type Column<Row> = {
  key: string
  header: string
  cell: (row: Row) => ReactNode
  align?: 'end'
  isRowHeader?: boolean
  /** Left out where a row is a card; the row's header says it there in its own way. */
  isWideOnly?: boolean
}

type TableProps<Row> = {
  caption: string
  isCaptionHidden?: boolean
  /** Cards close together, for rows of one or two lines. */
  isTight?: boolean
  columns: Column<Row>[]
  rows: Row[]
  keyOf: (row: Row) => string
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const Tag = column.isRowHeader ? 'th' : 'td'
  return (
    <Tag
      role={column.isRowHeader ? 'rowheader' : 'cell'}
      {...(column.isRowHeader && { scope: 'row' })}
      className={classes(
        column.isWideOnly ? 'hidden' : 'flex',
        'flex-col py-1 text-left align-top font-normal md:table-cell md:py-3 md:pr-6 md:last:pr-0',
        column.align === 'end' && 'md:text-right md:tabular-nums',
        column.isRowHeader && 'text-lg font-semibold md:text-base',
      )}
    >
      {!column.isRowHeader && (
        <span aria-hidden="true" className="text-sm text-ink-soft md:hidden">
          {column.header}
        </span>
      )}
      <span className="min-w-0">{column.cell(row)}</span>
    </Tag>
  )
}

type RowProps<Row> = Pick<TableProps<Row>, 'columns' | 'isTight'> & { row: Row }

function Row<Data>({ columns, row, isTight = false }: RowProps<Data>) {
  return (
    <tr
      role="row"
      className={classes(
        'flex flex-col rounded-md border border-line md:table-row md:border-x-0 md:border-t-0',
        isTight ? 'px-3 py-1.5' : 'px-4 py-3',
      )}
    >
      {columns.map((column) => (
        <Cell key={column.key} column={column} row={row} />
      ))}
    </tr>
  )
}

/** A table that becomes one card a row below 48rem. The roles keep it a table for screen readers there too. */
export function Table<Row>({
  caption,
  isCaptionHidden = false,
  isTight = false,
  columns,
  rows,
  keyOf,
}: TableProps<Row>) {
  return (
    <table role="table" className="block w-full border-collapse md:table">
      <caption className={isCaptionHidden ? 'sr-only' : 'block pb-2 text-left font-semibold md:table-caption'}>
        {caption}
      </caption>
      <thead role="rowgroup" className="sr-only md:not-sr-only md:table-header-group">
        <tr role="row" className="border-b-2 border-edge">
          {columns.map((column) => (
            <th
              key={column.key}
              role="columnheader"
              scope="col"
              className={classes(
                'py-2 pr-6 text-left text-sm font-semibold last:pr-0',
                column.align === 'end' && 'text-right',
              )}
            >
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className={classes('flex flex-col md:table-row-group', isTight ? 'gap-2' : 'gap-3')}>
        {rows.map((row) => (
          <Row key={keyOf(row)} {...{ columns, row, isTight }} />
        ))}
      </tbody>
    </table>
  )
}
