import { routes } from '#contract/routes.ts'
import { SaveContact } from '#contract/contacts/save-contact.ts'
import { SaveZonePlan } from '#contract/contacts/save-zone-plan.ts'
import { aContactDraft } from './a-contact.ts'
import { aZonePlanDraft } from './a-zone-plan.ts'

/** What leaders write of whom to call and where to meet, whole. */
export const contactMessages = {
  saveZonePlan: {
    route: routes.saveZonePlan,
    schema: SaveZonePlan,
    message: {
      draft: aZonePlanDraft(),
      before: { ...aZonePlanDraft(), lastCheckedOn: '2025-11-01' },
    },
  },
  saveContact: {
    route: routes.saveContact,
    schema: SaveContact,
    message: {
      draft: aContactDraft(),
      check: 'today',
      before: { ...aContactDraft(), lastCheckedOn: '2025-11-01' },
    },
  },
}
