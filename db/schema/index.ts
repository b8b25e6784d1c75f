export * from './ledger'
export * from './dossiers'
