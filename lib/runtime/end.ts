/** Runs `finish` once when the process is asked to end, and then ends it. */
export function onAskedToEnd(finish: () => Promise<void>): void {
  let isStopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (isStopping) return
      isStopping = true
      void finish().finally(() => process.exit(0))
    })
  }
}
