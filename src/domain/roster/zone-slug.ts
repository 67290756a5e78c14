import { ZoneId } from '../base/ids.ts'

/** An id for a zone that a list names: «Sone Øst 2» becomes `sone-ost-2`. */
export function zoneIdFromName(name: string): ZoneId {
  const slug = name
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .replaceAll('å', 'a')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/đ|ð/g, 'd')
    .replaceAll('ŋ', 'n')
    .replaceAll('ŧ', 't')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60)
  return ZoneId.parse(slug === '' ? 'sone' : slug)
}
