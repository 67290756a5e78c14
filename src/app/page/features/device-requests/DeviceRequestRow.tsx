import type { DeviceDecision, DeviceRequest } from '#app/online/api.ts'
import { deviceRequestCode } from '#domain/base/device-request-code.ts'
import { deviceRequests as words } from '#text/nb/screens/device-requests.ts'
import { dayAndMomentWords } from '#text/nb/words/time.ts'
import { useNow } from '../../services/use-now.ts'
import { Row } from '../../ui/Rows.tsx'

type DeviceRequestRowProps = {
  request: DeviceRequest
  isBusy: boolean
  onDecide: (decision: DeviceDecision) => void
}

/** One phone that waits, with what the leader compares with its screen. */
export function DeviceRequestRow({ request, isBusy, onDecide }: DeviceRequestRowProps) {
  const { id, label, employee, zones, requestedAt } = request
  const now = useNow()
  return (
    <Row
      name={label}
      facts={[
        words.employee(employee.name, employee.title),
        words.zones(zones),
        words.since(dayAndMomentWords(requestedAt, now)),
      ]}
      strong={words.code(deviceRequestCode(id))}
      aside={
        <>
          <button
            type="button"
            className="link"
            disabled={isBusy}
            aria-label={words.approveNamed(label)}
            onClick={() => onDecide('approved')}
          >
            {words.approve}
          </button>
          <button
            type="button"
            className="link"
            disabled={isBusy}
            aria-label={words.rejectNamed(label)}
            onClick={() => onDecide('rejected')}
          >
            {words.reject}
          </button>
        </>
      }
    />
  )
}
