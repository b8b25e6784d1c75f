export { default } from '../session-layout'
