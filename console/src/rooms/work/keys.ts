import type { QueryKey } from '@tanstack/react-query'
import { type CaseId, casesApi } from '../../../../contracts/cases.ts'
import { workApi } from '../../../../contracts/work.ts'

/** What grows old when an order of this case changes. */
export const orderKeys = (caseId: CaseId): readonly QueryKey[] => [[workApi.orders.path], [workApi.partWork.path, { caseId }], [workApi.orderEvents.path], [casesApi.casePage.path, { caseId }]]
