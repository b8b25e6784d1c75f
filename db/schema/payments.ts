import { bigint, integer, pgTable, primaryKey, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'

const at = (name: string) => timestamp(name, { withTimezone: true, precision: 3 })

/** An order for something owed; of those for one obligation only one stands. */
export const payments = pgTable(
  'payments',
  {
    id: uuid('id').primaryKey(),
    obligation: text('obligation').notNull(),
    gateway: text('gateway').notNull(),
    /** Ours, as the gateway is told it. */
    reference: text('reference').notNull(),
    /** Whole đồng. */
    amount: bigint('amount', { mode: 'number' }).notNull(),
    state: text('state').notNull(),
    version: integer('version').notNull().default(1),
    createdAt: at('created_at').notNull(),
    expiresAt: at('expires_at'),
    changedAt: at('changed_at').notNull(),
  },
  (table) => [unique('payments_reference').on(table.gateway, table.reference)],
)

/** Money that came in, one row a transaction of the gateway: it counts for its order, or it is on its way back. */
export const paymentReceipts = pgTable(
  'payment_receipts',
  {
    gateway: text('gateway').notNull(),
    transaction: text('transaction').notNull(),
    paymentId: uuid('payment_id').notNull(),
    amount: bigint('amount', { mode: 'number' }).notNull(),
    receivedAt: at('received_at').notNull(),
    state: text('state').notNull(),
    /** Why it goes back; null while it counts. */
    reason: text('reason'),
    changedAt: at('changed_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.gateway, table.transaction] })],
)
