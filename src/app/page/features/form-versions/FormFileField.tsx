import { useState } from 'react'
import {
  type FormFileRefusal,
  type FormInFile,
  maxFormFileMegabytes,
  readFormFile,
} from '#domain/form-versions/form-file.ts'
import { fileRefusalText, formFile as words } from '#text/nb/screens/form-versions/form-file.ts'
import { Action } from '../../ui/Action.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useBeginDraft } from './drafting/use-begin-draft.ts'
import './drafting/form-versions.css'

/** Takes in a form that was made elsewhere, as a draft of the municipality's own. */
export function FormFileField() {
  const begin = useBeginDraft()
  const [refusal, setRefusal] = useState<FormFileRefusal | null>(null)
  const [found, setFound] = useState<readonly FormInFile[]>([])

  async function read(file: File) {
    setRefusal(null)
    setFound([])
    if (file.size > maxFormFileMegabytes * 1024 * 1024) {
      return setRefusal({ kind: 'tooLarge', megabytes: maxFormFileMegabytes })
    }
    const forms = readFormFile(await file.text())
    if (!forms.ok) return setRefusal(forms.refusal)
    const [only, another] = forms.value
    if (only !== undefined && another === undefined) await begin({ form: only.form, before: null })
    else setFound(forms.value)
  }

  return (
    <div className="field">
      <span className="field__label">{words.label}</span>
      <p className="field__help" id="form-file-help">
        {words.help}
      </p>
      <label className="form-file">
        <input
          type="file"
          accept=".json,application/json,application/fhir+json"
          aria-label={words.label}
          aria-describedby="form-file-help"
          onChange={({ target }) => {
            const file = target.files?.[0]
            // The same file may be chosen again once it is put right.
            if (file !== undefined) void read(file).finally(() => (target.value = ''))
          }}
        />
        <span className="form-file__choose">{words.choose}</span>
      </label>
      {refusal === null ? null : (
        <Notice kind="failed" title={words.notTaken} text={fileRefusalText(refusal)} />
      )}
      {found.length === 0 ? null : (
        <div className="stack" role="group" aria-label={words.several}>
          <p role="status">{words.several}</p>
          {found.map(({ form, language }, at) => (
            <Action key={at} rank="second" onPress={() => void begin({ form, before: null })}>
              {[form.title, language === null ? null : words.language(language)]
                .filter(Boolean)
                .join(' – ')}
            </Action>
          ))}
        </div>
      )}
    </div>
  )
}
