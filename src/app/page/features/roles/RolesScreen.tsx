import type { ReactNode } from 'react'
import { Role } from '#domain/base/role.ts'
import { dutyNames, mayDo } from '#domain/roles/duties.ts'
import { type Sight, sightOf } from '#domain/streams/class-sight.ts'
import { MunicipalityClass, ZoneClass } from '#domain/streams/stream.ts'
import { roleTable as words } from '#text/nb/screens/role-table.ts'
import { Screen } from '../../ui/Screen.tsx'
import './roles.css'

/** What each role sees and does, read from the tables that the server and the database are held to. */
export function RolesScreen() {
  return (
    <Screen title={words.title} under={words.under}>
      <table className="roles">
        <caption className="visually-hidden">{words.caption}</caption>
        <colgroup>
          <col />
          {Role.options.map((role) => (
            <col key={role} className="roles__column" />
          ))}
        </colgroup>
        <Group title={words.inZones}>
          {ZoneClass.options.map((name) => (
            <Line key={name} {...words.classes[name]} sight={(role) => sightOf(role, name)} />
          ))}
        </Group>
        <Group title={words.inMunicipality}>
          {MunicipalityClass.options.map((name) => (
            <Line key={name} {...words.classes[name]} sight={(role) => sightOf(role, name)} />
          ))}
        </Group>
        <Group title={words.does}>
          {dutyNames.map((duty) => (
            <Line
              key={duty}
              {...words.duties[duty]}
              sight={(role) => (mayDo(role, duty) ? 'all' : 'none')}
            />
          ))}
        </Group>
      </table>
      <p className="roles__legend">{words.legend}</p>
      <p className="roles__legend">{words.noPatientData}</p>
    </Screen>
  )
}

/** Each group repeats the roles: on a phone and on paper the first ones are far above. */
function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <tbody>
      <tr className="roles__heads">
        <th scope="col" className="roles__group">
          {title}
        </th>
        {Role.options.map((role) => (
          <th key={role} scope="col" className="roles__head">
            <span className="roles__role">{words.roles[role]}</span>
          </th>
        ))}
      </tr>
      {children}
    </tbody>
  )
}

type LineProps = { name: string; meaning: string; sight: (role: Role) => Sight }

function Line({ name, meaning, sight }: LineProps) {
  return (
    <tr>
      <th scope="row">
        {name}
        <span className="roles__meaning">{meaning}</span>
      </th>
      {Role.options.map((role) => {
        const seen = sight(role)
        return (
          <td key={role} className={`roles__cell roles__cell--${seen}`}>
            <span aria-hidden>{words.sight[seen]}</span>
            <span className="visually-hidden">{words.sightMeaning[seen]}</span>
          </td>
        )
      })}
    </tr>
  )
}
