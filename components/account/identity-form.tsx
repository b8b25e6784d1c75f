import { Button } from '@/components/ui/button'

export type FormAction = (form: FormData) => Promise<void>

type Props = { action: FormAction; tiep: string; label: string; isStepUp?: boolean; variant?: 'primary' | 'secondary' }

/** The one button that leads to the identity provider; a POST, so it works without script and cannot be linked to. */
export function IdentityForm({ action, tiep, label, isStepUp = false, variant = 'primary' }: Props) {
  return (
    <form action={action}>
      <input type="hidden" name="tiep" value={tiep} />
      {isStepUp && <input type="hidden" name="buoc" value="xac-thuc-lai" />}
      <Button variant={variant}>{label}</Button>
    </form>
  )
}
