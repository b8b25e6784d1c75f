export { AGENCY_STAFF, holdsAnywhere, LEADERS, ROLES, userIdOf } from './actor'
export type { Actor, Grant, Officer, Person, Role } from './actor'
export { may, PERMISSIONS } from './policy'
export type { DossierFacts, Permission } from './policy'
