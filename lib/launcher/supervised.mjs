// Loaded before each program: if the launcher dies without a word, the program ends too, so that no port stays taken.
if (process.channel) process.once('disconnect', () => process.emit('SIGTERM'))
