/** The mark of the portal: one open door. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 40 40" aria-hidden="true" className={className}>
      <path d="M5 37V17C5 8.7 11.7 3 20 3s15 5.7 15 14v20z" fill="none" stroke="currentColor" strokeWidth="3" />
      <path d="M13 37V18.5c0-4.2 3.1-7.5 7-7.5s7 3.3 7 7.5V37z" fill="currentColor" />
      <circle cx="23" cy="25.5" r="1.8" className="fill-deep" />
    </svg>
  )
}
