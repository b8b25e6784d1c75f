/**
 * Runs in the page as its only script, as text: nothing outside this function exists there. It begins what was put off when the
 * visitor turns to the form `data-late`, and keeps what is given meanwhile: dropped files go into the form's file field, and a form
 * sent too early is marked `data-waiting` for whoever sets `data-live` to send again. Where the scripts do not come, the page
 * is what it is without script, and says so by `data-failed`.
 */
export function lateStarter(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-late]')
  const field = form?.querySelector<HTMLInputElement>('input[type=file]')
  if (!form || !field) return
  const isOver = () => 'live' in form.dataset || 'failed' in form.dataset
  const show = (hasScript: boolean) => {
    field.multiple = hasScript
    for (const part of document.querySelectorAll<HTMLElement>('[data-scripted]'))
      part.hidden = (part.dataset['scripted'] === 'on') !== hasScript
  }
  const begin = () => {
    for (const late of document.querySelectorAll<HTMLScriptElement>('script[type="text/late"]')) {
      const live = document.importNode(late, true)
      live.removeAttribute('type')
      late.replaceWith(live)
    }
  }
  const keep = (event: Event, files?: FileList) => {
    if (isOver()) return
    event.preventDefault()
    if (files) field.files = files
    form.dataset['waiting'] = ''
    begin()
  }
  for (const act of ['pointerover', 'focusin', 'dragenter', 'change']) form.addEventListener(act, begin)
  form.ondragover = () => false
  form.addEventListener('drop', (event) => {
    keep(event, event.dataTransfer?.files)
  })
  form.addEventListener('submit', keep)
  // Whether a script does not come or does not run here.
  const giveUp = () => {
    if (isOver()) return
    delete form.dataset['waiting']
    form.dataset['failed'] = ''
    show(false)
  }
  addEventListener('error', giveUp, true)
  show(true)
}
