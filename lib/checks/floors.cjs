/** The house, from the ground up. A room uses the floors below it, never one beside it or above it. */
const FLOORS = [
  ['i18n'],
  ['kernel'],
  ['access', 'config', 'processes', 'forms', 'calendar', 'pages', 'pdf', 'trust'],
  ['cms'],
  ['pades', 'documents', 'decoding'],
  ['ports'],
  ['ledger', 'agencies', 'adapters'],
  ['catalogue', 'accounts'],
  ['attachments', 'payments'],
  ['signing'],
  ['dossiers'],
  ['exchange', 'notices', 'oversight', 'archive'],
  ['errors'],
  ['runtime'],
  // Programs: they are started, and nobody below the roof imports them.
  ['portal', 'worker'],
]
/** What starts the house, fills it for a trial and tries it; it stands on everything, and nothing of the house on it. */
const ROOF = [
  ['seed', 'postgres', 'supervisor', 'build'],
  ['launcher', 'testing', 'checks'],
]
/**
 * The rooms inside a module, from the ground up: as with floors, a room uses those below it, never one beside it or above it.
 * What stands in no room of a module is its roof: its doors, and what joins its rooms. A folder of views has no doors: what
 * stands loose in it is its ground. Pure rooms also run in the browser.
 */
const ROOMS = {
  'lib/trust': {
    pure: [['der'], ['crypto'], ['certificate'], ['revocation-data'], ['path'], ['revocation']],
    above: [],
  },
  'lib/signing': {
    pure: [['protocol'], ['report'], ['requirement'], ['judging']],
    above: [
      ['trust-store', 'appearance'],
      ['authorities'],
      ['verification'],
      ['public-check', 'sealing', 'signatures', 'sign-in'],
    ],
  },
  'lib/dossiers': {
    pure: [],
    above: [['dossier'], ['results'], ['papers'], ['drafts'], ['operations'], ['queries'], ['result-signing']],
  },
  'components/signature': {
    pure: [['key'], ['browser-signing']],
    above: [
      ['certificate', 'report'],
      ['sign-in', 'sign-file', 'batch', 'remote', 'check', 'trust-anchors'],
    ],
  },
}

/** What only tests are made of. */
const FOR_TESTS = ['\\.test\\.tsx?$', '\\.fixture\\.tsx?$', '/test-[^/]+\\.ts$']

module.exports = { FLOORS, ROOF, ROOMS, FOR_TESTS }
