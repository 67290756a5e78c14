import './tag.css'

/** Only a receipted tag is green. */
export type TagTone = 'ordinary' | 'deadline' | 'harm' | 'receipted'

export function Tag({ text, tone }: { text: string; tone?: TagTone }) {
  return <span className={`tag tag--${tone ?? 'ordinary'}`}>{text}</span>
}
