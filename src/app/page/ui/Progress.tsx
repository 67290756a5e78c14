import './progress.css'

export function Progress({ label, done, of }: { label: string; done: number; of: number }) {
  const percent = of === 0 ? 0 : Math.round((100 * Math.min(done, of)) / of)
  return (
    <div
      className="progress"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
    >
      <div className="progress__done" style={{ width: `${percent}%` }} />
    </div>
  )
}
