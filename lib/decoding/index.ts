export { MAX_DECODED_BYTES, MAX_IMAGE_MEGAPIXELS } from './limits'
export { answerSchema } from './task'
export type { Answer, Task } from './task'
