import { goOn, sendForm } from './send-form'

/**
 * From now on the forms marked `data-in-place` are sent without leaving the page, so that files on their way are not cut off. What
 * cannot be done so is done as without script.
 */
export function sendFormsInPlace(): void {
  document.addEventListener('submit', (event) => {
    const { target: form } = event
    if (!(form instanceof HTMLFormElement) || form.dataset['inPlace'] === undefined) return
    event.preventDefault()
    void send(form)
  })
}

async function send(form: HTMLFormElement): Promise<void> {
  const sent = await sendForm(form.action, new FormData(form))
  if (sent !== null && 'next' in sent) await goOn(sent.next)
  else form.submit()
}
