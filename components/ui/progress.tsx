type ProgressProps = { id: string; label: string; value: number; max?: number; detail?: string }

/** How far a long work is, in words and as a bar. */
export function Progress({ id, label, value, max = 100, detail }: ProgressProps) {
  return (
    <div className="flex flex-col gap-1">
      <div className="flex justify-between gap-4 text-sm">
        <label htmlFor={id} className="font-semibold">
          {label}
        </label>
        <span className="tabular-nums text-ink-soft">{detail ?? `${String(Math.round((100 * value) / max))}%`}</span>
      </div>
      <progress
        id={id}
        value={value}
        max={max}
        className="h-2 w-full appearance-none overflow-hidden rounded-full border border-edge bg-raised [&::-moz-progress-bar]:bg-action [&::-webkit-progress-bar]:bg-raised [&::-webkit-progress-value]:bg-action"
      />
    </div>
  )
}
