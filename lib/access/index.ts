export { AGENCY_STAFF, holds, holdsAnywhere, LEADERS, ROLES, userIdOf } from './actor'
export type { Actor, Grant, Officer, Person, Role } from './actor'
