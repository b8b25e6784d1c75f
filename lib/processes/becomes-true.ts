/** Waits until `probe` is true, looking again after each `pause`; false after `milliseconds`. */
export async function becomesTrue(
  probe: () => boolean | Promise<boolean>,
  milliseconds: number,
  pause = 20,
): Promise<boolean> {
  const end = Date.now() + milliseconds
  for (;;) {
    if (await probe()) return true
    if (Date.now() > end) return false
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
}
