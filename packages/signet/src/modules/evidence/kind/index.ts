export { type CaptureSlot, type PhotoSlot, selfie } from './capture-slot.ts';
export type { AccountDefinition, DocumentDefinition, EvidenceDefinition } from './evidence-kind.ts';
