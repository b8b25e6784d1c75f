import type { ReactNode } from 'react'

import { classes } from './classes'

const SHAPES = {
  search: <path d="M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Zm4.8 11.3L20 20" />,
  right: <path d="m9 5 7 7-7 7" />,
  left: <path d="m15 5-7 7 7 7" />,
  menu: <path d="M4 7h16M4 12h16M4 17h16" />,
  down: <path d="m5 9 7 7 7-7" />,
  check: <path d="m4.5 12.5 5 5 10-11" />,
  cross: <path d="m6 6 12 12M18 6 6 18" />,
  info: <path d="M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM12 11v5.5M12 7.2v.6" />,
  warn: <path d="M12 4 2.8 19.5h18.4L12 4Zm0 6v4.5m0 2.2v.5" />,
  file: <path d="M6 3.5h8l4.5 4.5v12.5H6zM13.5 3.5V8.5h5" />,
  clock: <path d="M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM12 7.5V12l3 2" />,
  person: <path d="M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM4.5 20.5c.8-4 3.7-6 7.5-6s6.7 2 7.5 6" />,
  office: <path d="M3.5 20.5h17M5.5 20.5v-9M18.5 20.5v-9M10 20.5v-9M14 20.5v-9M3.5 9.5 12 4l8.5 5.5z" />,
  print: <path d="M7 8.5V4h10v4.5M7 17H4V9h16v8h-3M7 14h10v6.5H7z" />,
  download: <path d="M12 4v11m-4.5-4.5L12 15l4.5-4.5M5 20h14" />,
} as const satisfies Record<string, ReactNode>

export type IconName = keyof typeof SHAPES

/** A decorative drawing beside words; words always say the same. */
export function Icon({ name, className }: { name: IconName; className?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      aria-hidden="true"
      className={classes('inline-block size-[1.25em] shrink-0', className)}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {SHAPES[name]}
    </svg>
  )
}
