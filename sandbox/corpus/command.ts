import { writeCorpus } from './write-corpus.ts';

/** `npm run specimens -- DIR`: see docs/evaluation.md. */
const [folder, more] = process.argv.slice(2);
if (!folder || more !== undefined) {
  console.error(
    'npm run specimens -- DIR: writes made-up faces, attacks and documents to DIR, to measure with.',
  );
  process.exitCode = 2;
} else {
  await writeCorpus(folder);
  console.info(`Wrote ${folder}/faces, pairs.jsonl, attacks and documents: all made up.`);
}
