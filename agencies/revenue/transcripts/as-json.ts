import type { Transcript, Value } from './transcript.ts';

/** A transcript for programs: names as in this code, amounts in cents, days as `YYYY-MM-DD`. Its version counts up. */
export function transcriptAsJson({ kind, taxYear, requestedOn, fileNumber, unmasked, sections }: Transcript) {
  return {
    version: 1,
    transcript: kind,
    taxYear,
    requestedOn,
    customerFileNumber: fileNumber,
    masked: !unmasked,
    sections: sections.map(({ name, facts, postings }) => ({
      section: name,
      facts: facts.map((fact) => ({ name: fact.name, ...plain(fact.value) })),
      ...(postings && {
        transactions: postings.map(({ code, on, cents }) => ({ code, postedOn: on, cents })),
      }),
    })),
  };
}

const plain = (value: Value) => ('status' in value ? { text: value.status } : value);
