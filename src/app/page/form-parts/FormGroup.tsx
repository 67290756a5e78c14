import { Fragment, useLayoutEffect, useRef, type ReactNode } from 'react'
import { type AskedItem, flatItems } from '#domain/forms/asked-items.ts'
import { addingText, foldOf, limitsOf } from '#domain/forms/item-limits.ts'
import { takesSeveral } from '#domain/forms/item-kind.ts'
import { withoutRepetition, withRepetition } from '#domain/forms/filling/repetitions.ts'
import { forms as words } from '#text/nb/screens/forms.ts'
import { Action } from '../ui/Action.tsx'
import { RequiredMark } from '../ui/Field.tsx'
import { faultText } from './fault-text.ts'
import { type FormWriting, labelOf } from './form-field.ts'
import { useFocusAtAdded } from '../ui/focus/use-focus-at-added.ts'
import type { ItemRefusal } from '#domain/forms/questionnaire-check.ts'

type FormGroupProps = {
  group: AskedItem
  refusalsByKey: ReadonlyMap<string, ItemRefusal>
  writing: FormWriting
  /** Draws what is in it, groups again among them. */
  drawItems: (items: readonly AskedItem[]) => ReactNode
}

/** A group under its name, once or several times. One that folds opens by itself when something in it is missing. */
export function FormGroup({ group, ...rest }: FormGroupProps) {
  const { key, item, parts } = group
  const fold = foldOf(item)
  const refusal = rest.refusalsByKey.get(key)
  const content = (
    <>
      {refusal === undefined ? null : <p className="field__fault">{faultText(refusal, item)}</p>}
      {takesSeveral(item) ? (
        <Repetitions group={group} {...rest} />
      ) : (
        parts.map(({ items }) => <Fragment key={key}>{rest.drawItems(items)}</Fragment>)
      )}
    </>
  )
  if (fold === null) {
    return (
      <fieldset className="form-group">
        <legend>
          {labelOf(item)}
          {item.required === true ? <RequiredMark /> : null}
        </legend>
        {content}
      </fieldset>
    )
  }
  const hasFault = flatItems([group]).some((one) => rest.refusalsByKey.has(one.key))
  return (
    <Fold title={labelOf(item)} isOpen={fold === 'open'} mustOpen={hasFault}>
      {content}
    </Fold>
  )
}

type FoldProps = { title: string; isOpen: boolean; mustOpen: boolean; children: ReactNode }

/** The browser keeps whether it is open; it is opened before the first field with a fault gets focus. */
function Fold({ title, isOpen, mustOpen, children }: FoldProps) {
  const fold = useRef<HTMLDetailsElement>(null)
  useLayoutEffect(() => {
    if (mustOpen && fold.current !== null) fold.current.open = true
  }, [mustOpen])
  return (
    <details ref={fold} className="form-group form-group--folds" open={isOpen}>
      <summary>{title}</summary>
      {children}
    </details>
  )
}

function Repetitions({ group: { key, item, parts }, ...rest }: FormGroupProps) {
  const title = labelOf(item)
  const { maxAnswers } = limitsOf(item)
  const place = useFocusAtAdded<HTMLDivElement>(parts.length, '.form-repetition')
  return (
    <div ref={place}>
      {parts.map(({ token, items }, at) => (
        <fieldset key={token} className="form-repetition">
          <legend>{words.answerNumber(title, at + 1)}</legend>
          {rest.drawItems(items)}
          {parts.length === 1 || token === null ? null : (
            <button
              type="button"
              className="link form-clear"
              aria-label={words.removeGroup(title, at + 1)}
              onClick={() =>
                rest.writing.onReshape((answers) => withoutRepetition(answers, key, token))
              }
            >
              {words.remove}
            </button>
          )}
        </fieldset>
      ))}
      {maxAnswers !== null && parts.length >= maxAnswers ? null : (
        <Action
          rank="second"
          onPress={() => rest.writing.onReshape((answers) => withRepetition(answers, key))}
        >
          {addingText(item) ?? words.addGroup(title)}
        </Action>
      )}
    </div>
  )
}
