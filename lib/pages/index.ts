export { interactivePolicy, SECURITY_HEADERS, TRANSPORT_SECURITY } from './headers'
export { isForeignChange } from './origin'
export { placeholder, TEMPLATE_HEADER } from './template'
