import { Button } from '@/components/ui/button'
import { accountPaths } from '@/lib/accounts'

type Props = { tiep: string; label: string; isStepUp?: boolean }

/** The one button that leads to the identity provider; a POST, so it works without script and cannot be linked to. */
export function IdentityForm({ tiep, label, isStepUp = false }: Props) {
  return (
    <form method="post" action={isStepUp ? accountPaths.stepUp() : accountPaths.signIn()}>
      <input type="hidden" name="tiep" value={tiep} />
      <Button>{label}</Button>
    </form>
  )
}
