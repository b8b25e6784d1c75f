-- Orders for what is owed, and the money that came in. What an obligation is the modules above know: here it is a name.
create table payments (
  id uuid primary key,
  obligation text not null check (obligation <> ''),
  gateway text not null check (gateway <> ''),
  -- Ours, as the gateway is told it (VNPAY's vnp_TxnRef, the national platform's MaThamChieu).
  reference text not null check (reference ~ '^[A-Za-z0-9]+$'),
  amount bigint not null check (amount > 0),
  state text not null check (state in ('due', 'begun', 'paid', 'failed', 'expired', 'cancelled', 'returned')),
  version integer not null default 1,
  created_at timestamptz(3) not null,
  expires_at timestamptz(3),
  changed_at timestamptz(3) not null,
  constraint payments_reference unique (gateway, reference),
  unique (id, gateway),
  constraint begun_ends check (state not in ('begun', 'expired') or expires_at is not null)
);
-- Of the orders for one obligation only one stands: money for any other goes back.
create unique index payments_standing on payments (obligation) where state not in ('cancelled', 'returned');
create index payments_begun on payments (expires_at) where state = 'begun';

create table payment_receipts (
  gateway text not null,
  -- The gateway's number; unique, so that money reported twice is one row.
  transaction text not null check (transaction <> ''),
  payment_id uuid not null,
  amount bigint not null check (amount > 0),
  received_at timestamptz(3) not null,
  state text not null check (state in ('counted', 'refund_due', 'refund_requested', 'refunded')),
  reason text check (reason in ('paid-twice', 'other-amount', 'cancelled', 'returned-by-law')),
  changed_at timestamptz(3) not null,
  primary key (gateway, transaction),
  foreign key (payment_id, gateway) references payments (id, gateway),
  constraint counts_or_says_why check ((state = 'counted') = (reason is null))
);
create unique index payment_receipts_counted_once on payment_receipts (payment_id) where state = 'counted';
create index payment_receipts_of_payment on payment_receipts (payment_id);
create index payment_receipts_owed on payment_receipts (changed_at) where state in ('refund_due', 'refund_requested');

-- What was ordered and what came stays as it was written; only how far it is moves on.
revoke update, delete, truncate on payments, payment_receipts from motcua_app;
grant update (state, version, expires_at, changed_at) on payments to motcua_app;
grant update (state, reason, changed_at) on payment_receipts to motcua_app;
