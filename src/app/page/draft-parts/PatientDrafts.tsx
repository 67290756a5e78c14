import type { PatientId } from '#domain/base/ids.ts'
import type { StoredDraft } from '#domain/vault/draft-repository.ts'
import { unsigned as words } from '#text/nb/screens/writing/unsigned.ts'
import { momentWords } from '#text/nb/words/time.ts'
import { useNow } from '../services/use-now.ts'
import { useOpened } from '../services/use-opened.ts'
import { Row, Rows } from '../ui/Rows.tsx'
import './draft-parts.css'
import { draftPath, resumeWords } from './draft-words.ts'

type PatientDraftsProps = {
  patientId: PatientId
  /** Only some of them; all without it. */
  only?: (stored: StoredDraft) => boolean
}

/** What the employee has begun to write about a patient; nothing when she has not. */
export function PatientDrafts({ patientId, only = () => true }: PatientDraftsProps) {
  const now = useNow()
  const opened = useOpened(async ({ vault, reader }) => {
    const [listed, forms] = await Promise.all([vault.drafts.list(), reader.listForms()])
    return {
      drafts: listed.ok ? listed.value.drafts : [],
      forms: forms.kind === 'open' ? forms.value : [],
    }
  })
  const drafts = (opened?.drafts ?? [])
    .filter(({ draft }) => draft.patientId === patientId)
    .filter(only)
  if (drafts.length === 0) return null
  return (
    <div className="patient-drafts">
      <Rows label={words.ofPatient}>
        {drafts.map(({ draft, savedAt }) => (
          <Row
            key={draft.id}
            to={draftPath(draft)}
            name={resumeWords(draft, opened?.forms ?? [], now)}
            facts={[words.savedAt(momentWords(savedAt, now))]}
          />
        ))}
      </Rows>
    </div>
  )
}
