import { PageForm } from '@/components/draft/page-form'
import { hydrateIsland } from '../hydrate'

hydrateIsland('page-form', PageForm)
