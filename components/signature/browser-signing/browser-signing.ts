/** Everything the signing page loads once somebody has chosen a file: apart from the page, so that the page is light. */
export { openKeys } from '../key/open-key'
export { signStored } from './sign-stored'
export { answerChallenge } from './answer-challenge'
