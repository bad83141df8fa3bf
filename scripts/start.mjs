// `npm start`. Plain JavaScript, so that any Node can run it far enough to say which Node is needed.
const [major] = process.versions.node.split('.').map(Number);
if (major < 24) {
  console.error(
    `Signet needs Node 24 and this is ${process.versions.node}. Run "npm ci" and start it with "npm start": npm brings the right Node along.`,
  );
  process.exit(1);
}
// Nothing is open before the world is there; from then on it ends in an order of its own.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(0));
console.log('Signet is starting:');
const { whyNotToStart } = await import('../sandbox/world/before-start.ts');
const problem = await whyNotToStart();
if (problem) {
  console.error(`Signet could not start. ${problem}`);
  process.exit(1);
}
console.log('  building …');
const [{ buildSandbox }, { stop }] = await Promise.all([import('./build.ts'), import('esbuild')]);
await buildSandbox();
await stop(); // esbuild's own process, which nobody needs any more
await import('../dist/sandbox/world.js');
