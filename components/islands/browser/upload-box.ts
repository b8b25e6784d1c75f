import { UploadBox } from '@/components/draft/upload-box'
import { sendFormsInPlace } from '../forms-in-place'
import { hydrateIsland } from '../hydrate'

hydrateIsland('upload-box', UploadBox)
sendFormsInPlace()
