/** Stops the work when the command that launched it disappears, so that nothing is left running behind. */
if (process.channel) {
  process.channel.unref();
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
}
