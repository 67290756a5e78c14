import { MagnifyingGlassIcon } from '@navikt/aksel-icons'
import type { ZoneId } from '#domain/base/ids.ts'
import { lists as words } from '#text/nb/screens/lists.ts'
import { isWithheld } from '#app/bridge/reading.ts'
import { useRemembered } from '../../services/screen-memory.ts'
import { useOpened } from '../../services/use-opened.ts'
import { OpenReading } from '../../parts/OpenReading.tsx'
import { paths } from '../../paths/paths.ts'
import { Screen } from '../../ui/Screen.tsx'
import { useZoneChoice } from '../../services/zone-choice.ts'
import { RegisterPatient } from '../../new-patient-parts/RegisterPatient.tsx'
import { ZonePicker } from '../../parts/ZonePicker.tsx'
import { ListsOverviewRows } from './ListsOverviewRows.tsx'
import { SearchHits } from './SearchHits.tsx'
import '../../ui/field.css'
import './lists.css'

/** The search, then the lists of patients with counts, then the shifts. */
export function ListsScreen({ zone }: { zone?: ZoneId | undefined }) {
  const choice = useZoneChoice(zone, (chosen) => paths.lists.to({ zone: chosen }))
  const [text, setText] = useRemembered<string>('search', '')
  const overview = useOpened((core) => core.queries.overview(choice.zone), [choice.zone])
  const isSearching = text.trim() !== ''

  return (
    <Screen title={words.title} beside={<ZonePicker choice={choice} />}>
      <div className="search" role="search">
        <MagnifyingGlassIcon aria-hidden />
        <input
          className="field__input"
          type="search"
          aria-label={words.searchLabel}
          placeholder={words.search}
          autoComplete="off"
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </div>
      {isSearching ? (
        <SearchHits text={text} choice={choice} />
      ) : (
        <OpenReading
          reading={overview}
          none={{ title: words.nothingHere, text: words.nothingHereText }}
        >
          {(value) => (
            <>
              <ListsOverviewRows overview={value} choice={choice} isPart={isWithheld(overview)} />
              <RegisterPatient />
            </>
          )}
        </OpenReading>
      )}
    </Screen>
  )
}
