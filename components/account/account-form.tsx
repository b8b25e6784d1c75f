import type { ReactNode } from 'react'
import { ACCOUNT_ACT_INPUT, type AccountAct, accountPaths } from '@/lib/accounts'

/** A form of the account's page that does one thing. */
export function AccountForm({
  act,
  className,
  children,
}: {
  act: AccountAct
  className?: string
  children: ReactNode
}) {
  return (
    <form method="post" action={accountPaths.account()} className={className}>
      <input type="hidden" name={ACCOUNT_ACT_INPUT} value={act} />
      {children}
    </form>
  )
}
