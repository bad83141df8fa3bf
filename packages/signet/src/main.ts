/**
 * The entry of the server and its commands. It imports nothing by itself: a Node that is too old, and a signal while the
 * libraries are still being read, are answered here, before anything that needs them.
 */
const [major = 0] = process.versions.node.split('.').map(Number);
if (major < 24) {
  console.error(`Signet needs Node 24 or newer, and this is Node ${process.versions.node}.`);
  process.exit(1);
}

process.setSourceMapsEnabled(true); // so that a fault in the log names a place in the sources

const args = process.argv.slice(2);

/** Until the program is there nothing is open, and an end needs no order. */
let end: (status: number) => unknown = (status) => process.exit(status);

/** A server that is told to stop did what it was told; a command that is cut off did not do what it was asked. */
const statusWhenStopped = (signal: number): number => (args.length === 0 ? 0 : 128 + signal);
for (const [signal, number] of [
  ['SIGHUP', 1],
  ['SIGINT', 2],
  ['SIGTERM', 15],
] as const)
  process.on(signal, () => end(statusWhenStopped(number)));
process.on('disconnect', () => end(0)); // whoever started us with a channel is gone

const { openProgram } = await import('./program.ts');
await new Promise(setImmediate); // a signal that came while the libraries were read is heard now, before anything is opened
const program = openProgram(import.meta.filename, args);
end = program.end;
await program.run();

export {};
