import path from 'node:path';
import { sharedFiles } from '@signet/agencies-ui/styles';
import { staticFile } from '@signet/relying-party/hono';

const here = (name: string) => staticFile(path.join(import.meta.dirname, 'styles'), name);

const ownStyles = ['page', 'details', 'own-forms'].map((name) => here(`${name}.css`));

export const icon = here('benefits.svg');
export const touchIcon = here('touch-icon.png');
/** In their order: what is shared, then what the office makes of it. */
export const styles = [sharedFiles.baseStyle, sharedFiles.formStyle, ...ownStyles];
export const { sessionClock, keepTyped } = sharedFiles;
export const files = [icon, touchIcon, ...styles, sessionClock, keepTyped];
