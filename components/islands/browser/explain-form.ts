import { ExplainForm } from '@/components/draft/explain-form'
import { hydrateIsland } from '../hydrate'

hydrateIsland('explain-form', ExplainForm)
