// Loaded before each program that the launcher looks after.
const BEAT_MS = 1000

// What such a program forks inherits this file, and its own parent expects other words.
if (process.channel && process.env.MOT_CUA_LAUNCHER === String(process.ppid)) {
  // If the launcher dies without a word, the program ends too, so that no port stays taken.
  process.once('disconnect', () => process.emit('SIGTERM'))
  // As long as the event loop turns, the launcher hears so; a failure to tell is the disconnect above.
  const beat = () => process.connected && process.send('alive', undefined, undefined, () => {})
  beat()
  setInterval(beat, BEAT_MS).unref()
}
