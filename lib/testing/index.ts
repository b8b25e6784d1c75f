export { anonymous, testCtx, type TestCtx } from './test-ctx'
export { database, type TestDatabase } from './database'
export { mailbox, type Mailbox } from './mailbox'
export { aCitizen, anOfficer } from './people'
