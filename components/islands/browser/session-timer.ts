import { SessionTimer } from '@/components/account/session-timer'
import { hydrateIsland } from '../hydrate'

hydrateIsland('session-timer', SessionTimer)
