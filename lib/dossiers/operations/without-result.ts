import type { OperationFacts } from './operation'

/** Without a proposal there is nothing to pass on, approve or send back. */
export const withoutResult: OperationFacts['hindrance'] = (_, { result }) =>
  result === null ? { code: 'result-missing' } : null
