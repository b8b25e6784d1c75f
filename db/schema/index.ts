export * from './ledger'
export * from './worker'
export * from './dossiers'
