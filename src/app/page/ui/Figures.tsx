import './figures.css'

export type Figure = { number: string; label: string; tone?: 'ordinary' | 'harm' }

export function Figures({ figures }: { figures: readonly Figure[] }) {
  return (
    <ul className="figures">
      {figures.map(({ number, label, tone }) => (
        <li key={label}>
          <span className={`figures__number figures__number--${tone ?? 'ordinary'}`}>{number}</span>{' '}
          <span className="figures__label">{label}</span>
        </li>
      ))}
    </ul>
  )
}
