export { transcriptAsPdf } from './as-pdf.ts';
export { findSource, latestYear, type TranscriptRecords, yearsOf } from './find-source.ts';
export { type Mask, masked, own } from './mask.ts';
export { TranscriptPage } from './transcript-page.tsx';
export { transcriptRoutes } from './transcript-routes.tsx';
export { type TranscriptSource, writeTranscript } from './write-transcript.ts';
