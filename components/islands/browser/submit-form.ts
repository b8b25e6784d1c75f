import { SubmitForm } from '@/components/draft/submit-form'
import { hydrateIsland } from '../hydrate'

hydrateIsland('submit-form', SubmitForm)
